/**
 * What people are told of, and where: by mail, Slack or a webhook of their own.
 *
 * <p>Owns: each member's choices and channels, the messages made of events, when one is sent, and
 * when a channel is given up. Does not own: events, which are the outbox's; what a tenant's systems
 * are told, which is {@code webhook}'s; letters about bills and invitations. Invariants: an event
 * is put into messages once, in the commit that takes its note away; a person gets at most one
 * message of a kind by a channel within the window, however much happens; nobody is told of what
 * their role may not see; a message names things and never shows what they hold; no transaction is
 * open while anything is sent.
 */
@NullMarked
package io.ganglion.notification;

import org.jspecify.annotations.NullMarked;
