/**
 * Systems, holds, reservations, pauses: how many independent systems a run holds coherent, and
 * whose turn it is.
 *
 * <p>Owns: admission within the intent's commit, exclusivity, depth and breadth. Does not own:
 * effects, billing. Invariants: one run at a time has an exclusive system; a hold's stretches never
 * overlap; Redis has no say here.
 */
@NullMarked
package io.ganglion.coordination;

import org.jspecify.annotations.NullMarked;
