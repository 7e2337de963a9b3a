/**
 * Outgoing webhooks by the Standard Webhooks specification: endpoints, what they are told, and what
 * came of it.
 *
 * <p>Owns: endpoints and their keys, messages, deliveries and the log of tries, the catalogue of
 * event types, when a try is made and when an endpoint is given up. Does not own: events, which are
 * the outbox's; how a request goes out, which is egress's. Invariants: an event of a tenant becomes
 * one message, in the commit that takes its note away; a message keeps its id, and its bytes, over
 * all tries at all endpoints; what was accepted is tried until it is taken, or the log says why
 * not; no transaction is open while an endpoint is asked.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks">Standard Webhooks</a>
 */
@NullMarked
package io.ganglion.webhook;

import org.jspecify.annotations.NullMarked;
