/**
 * Scenarios: what a world of the laboratory opens, what goes wrong in it, and what is to be
 * reached.
 *
 * <p>Owns: scenarios and their versions, what a seed draws of one, goals and invariants as verdicts
 * over the platforms' journals. Does not own: accounts, faults and journals, which are {@code
 * lab}'s; trials. Invariants: pure but for reading resources; scenario, version and seed give the
 * same world to the last digit.
 */
@NullMarked
package io.ganglion.trial.scenario;

import org.jspecify.annotations.NullMarked;
