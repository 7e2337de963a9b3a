/**
 * Mails by SMTP.
 *
 * <p>Owns: messages and their identifiers, what a server's words prove. Does not own: connections,
 * which are {@code egress}'s. Invariants: a message keeps its Message-ID in every attempt; once it
 * was begun only the server's own word says what became of it; a password goes out over TLS alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321: SMTP</a>
 */
@NullMarked
package io.ganglion.connector.smtp;

import org.jspecify.annotations.NullMarked;
