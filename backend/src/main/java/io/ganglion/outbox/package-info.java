/**
 * Events, written in the transaction of the change they tell, read by streams, webhooks and
 * metering.
 *
 * <p>Owns: the outbox table. Does not own: deliveries; the notes that the database makes of events
 * for webhooks. Invariant: an event exists if and only if its change was committed.
 */
@NullMarked
package io.ganglion.outbox;

import org.jspecify.annotations.NullMarked;
