/**
 * Runtime expressions: sandboxed jq, and templates that hold expressions inside JSON.
 *
 * <p>Owns: compiling once, evaluating within limits. Does not own: which arguments exist where.
 * Invariants: an expression sees only its input and the arguments given; it can't reach the clock,
 * the environment or the network, and it ends.
 */
@NullMarked
package io.ganglion.expression;

import org.jspecify.annotations.NullMarked;
