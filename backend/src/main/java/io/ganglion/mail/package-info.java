/**
 * Mails to people.
 *
 * <p>Owns: how a mail leaves. Does not own: when, and what it says. Invariant: a mail can be read
 * as plain text.
 */
@NullMarked
package io.ganglion.mail;

import org.jspecify.annotations.NullMarked;
