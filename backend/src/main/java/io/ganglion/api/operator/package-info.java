/**
 * What who runs the installation does, over HTTP; bills are in {@code api.billing}.
 *
 * <p>Owns: the wire form. Does not own: who is an operator, what is decided. Invariant: each
 * operation is an {@link io.ganglion.api.Operator}'s, and shows nothing that a tenant made.
 */
@NullMarked
package io.ganglion.api.operator;

import org.jspecify.annotations.NullMarked;
