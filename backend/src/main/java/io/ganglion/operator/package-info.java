/**
 * What who runs the installation sees of tenants and does about them.
 *
 * <p>Owns: the directory of tenants, the operator's suspensions, limits beside the plan. Does not
 * own: who is an operator, what a plan is, bills. Invariants: an operator sees no secret, payload
 * or journal of a tenant; each change is in the tenant's audit log, in its own commit.
 */
@NullMarked
package io.ganglion.operator;

import org.jspecify.annotations.NullMarked;
