/**
 * Triggers: lists of platforms that don't tell what happens, read again and again, so that what is
 * new becomes events on the tenant's bus.
 *
 * <p>Owns: triggers, their cursors, who reads them when. Does not own: how a platform's list is
 * read (its connector), events and who hears them (the bus). Invariants: things become events and
 * the cursor moves in one transaction, so that whoever dies when, each becomes one event; one
 * process at a time reads a trigger, and what another read after its lease is thrown away; no
 * transaction is open while a platform is asked.
 */
@NullMarked
package io.ganglion.trigger;

import org.jspecify.annotations.NullMarked;
