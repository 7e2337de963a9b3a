/**
 * Agents: who acts, what they may do, and the state their runs share.
 *
 * <p>Owns: agents, policies, state entries and their history. Does not own: connections (an agent
 * names them), runs, approvals. Invariants: a state entry's version only grows, by one a write,
 * deletions too; every version is in the history; a deleted agent keeps its row, since runs refer
 * to it.
 */
@NullMarked
package io.ganglion.agent;

import org.jspecify.annotations.NullMarked;
