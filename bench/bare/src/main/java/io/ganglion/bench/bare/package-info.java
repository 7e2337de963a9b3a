/**
 * The least that a durable request costs in the same framework on the same machine: a row put in, a
 * row read.
 *
 * <p>Owns: nothing else. What Ganglion's API takes beyond it is what authentication, limits,
 * tenancy, idempotency and the run itself cost.
 */
@NullMarked
package io.ganglion.bench.bare;

import org.jspecify.annotations.NullMarked;
