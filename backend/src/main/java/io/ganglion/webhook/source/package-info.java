/**
 * Inbound webhooks: addresses at which other systems tell a tenant what happened.
 *
 * <p>Owns: sources, their tokens, what proves that a request is its sender's. Does not own: events
 * and who hears them, which are the bus's. Invariants: of a token only a hash is kept; a request is
 * refused or stored before it is answered; the same request, sent again, is the same event.
 */
@NullMarked
package io.ganglion.webhook.source;

import org.jspecify.annotations.NullMarked;
