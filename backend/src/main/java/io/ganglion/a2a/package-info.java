/**
 * Tasks that other agents asked an agent for over the Agent2Agent protocol.
 *
 * <p>Owns: which run a message started, and whose task it is. Does not own: the protocol, the run's
 * state, which is the task's. Invariants: a message starts one run, however often it is sent; a
 * task is seen by the one alone who asked for it.
 */
@NullMarked
package io.ganglion.a2a;

import org.jspecify.annotations.NullMarked;
