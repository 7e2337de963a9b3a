/**
 * The vault over HTTP, for the operator.
 *
 * <p>Owns: the wire form of rotations. Does not own: what a rotation does.
 */
@NullMarked
package io.ganglion.api.vault;

import org.jspecify.annotations.NullMarked;
