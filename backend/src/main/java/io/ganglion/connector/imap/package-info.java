/**
 * Mailboxes by IMAP.
 *
 * <p>Owns: what is asked of a server of mailboxes, how its mails look to agents, new mail as a
 * poll. Does not own: connections, which are {@code egress}'s; sending, which is {@code smtp}'s.
 * Invariants: reading marks nothing as seen; a mail's number counts only together with its folder's
 * {@code UIDVALIDITY}, so that a folder that is numbered anew is never taken for the one it was.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3501">RFC 3501: IMAP4rev1</a>
 */
@NullMarked
package io.ganglion.connector.imap;

import org.jspecify.annotations.NullMarked;
