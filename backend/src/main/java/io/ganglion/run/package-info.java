/**
 * Runs and their journal.
 *
 * <p>Owns: the run's row, the runs it starts, sessions, its steps, timers and what it consumed, the
 * queue of runs nobody holds. Does not own: walking a workflow, effects. Invariants: an accepted
 * run is in exactly one state; a step is written once, in the order runs appended; a run belongs to
 * one worker at a time.
 */
@NullMarked
package io.ganglion.run;

import org.jspecify.annotations.NullMarked;
