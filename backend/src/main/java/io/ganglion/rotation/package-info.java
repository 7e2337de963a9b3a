/**
 * Rotations of the vault's keys, while the platform runs.
 *
 * <p>Owns: the order in which keys are exchanged, and how far a rotation has come. Does not own:
 * keys, credentials. Invariants: one rotation at a time; it goes on after a crash where it was; at
 * every instant what is stored can be opened; a data key is deleted once nothing stored is sealed
 * by it and nobody can be about to store something.
 */
@NullMarked
package io.ganglion.rotation;

import org.jspecify.annotations.NullMarked;
