/**
 * Webhooks over HTTP: endpoints and what they were told; addresses at which others tell us, and
 * these addresses themselves.
 *
 * <p>Owns: the HTTP form. Does not own: what is sent when, what an inbound request proves.
 */
@NullMarked
package io.ganglion.api.webhook;

import org.jspecify.annotations.NullMarked;
