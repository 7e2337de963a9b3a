/**
 * The laboratory in the public API: accounts, faults, the platforms' journal.
 *
 * <p>Owns: their shapes on the wire. Does not own: the simulated platforms, which are at {@code
 * /lab}.
 */
@NullMarked
package io.ganglion.api.lab;

import org.jspecify.annotations.NullMarked;
