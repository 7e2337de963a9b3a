/**
 * Mails to people.
 *
 * <p>Owns: how a mail leaves. Does not own: when, and what it says. Invariant: a mail is plain
 * text.
 */
@NullMarked
package io.ganglion.mail;

import org.jspecify.annotations.NullMarked;
