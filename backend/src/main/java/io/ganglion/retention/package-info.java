/**
 * How long history is kept.
 *
 * <p>Owns: when runs that ended are forgotten, when a month of the journal is dropped or written
 * anew. Does not own: how long a plan keeps them, which is {@code billing}'s; what is forgotten
 * with a run, which the database's function {@code ganglion_forget} says; rows with an end of their
 * own, such as events and deliveries. Invariants: a run goes whole, and only after its plan's days;
 * one with an effect in doubt, an open hold or a child that is kept stays; what a bill is proved by
 * stays; nobody waits for it but for the moment in which a month takes another's place.
 */
@NullMarked
package io.ganglion.retention;

import org.jspecify.annotations.NullMarked;
