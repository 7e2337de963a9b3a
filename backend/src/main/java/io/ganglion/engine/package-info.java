/**
 * The engine: workers that claim runs and walk their workflows.
 *
 * <p>Owns: claim, heartbeat, rescue, interpretation, parking. Does not own: the journal's rows, the
 * life of an effect. Invariants: a run is walked by one worker at a time; a replay sees what the
 * first walk saw; nothing is dispatched past the lease's deadline.
 */
@NullMarked
package io.ganglion.engine;

import org.jspecify.annotations.NullMarked;
