/**
 * Trials: a world of the laboratory, an agent in it, and what that was worth.
 *
 * <p>Owns: trials, their worlds' opening and end, who looks at one when, contests of trials. Does
 * not own: the simulated platforms, runs, what a scenario asks for, how a score is computed.
 * Invariants: a trial's agent has connections of its own world alone and never leaves it; a trial's
 * state is in the database, and each step of it may be done twice; no transaction is open across a
 * network call; what is judged are the platforms' journals and the ledger, never what an agent
 * says.
 */
@NullMarked
package io.ganglion.trial;

import org.jspecify.annotations.NullMarked;
