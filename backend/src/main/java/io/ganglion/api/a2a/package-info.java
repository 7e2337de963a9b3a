/**
 * Agents that other agents ask, over the Agent2Agent protocol 1.0 (JSON-RPC).
 *
 * <p>Owns: the wire form: cards, messages, tasks, streams. Does not own: skills, runs. Invariant: a
 * task's state is its run's, read with each request.
 */
@NullMarked
package io.ganglion.api.a2a;

import org.jspecify.annotations.NullMarked;
