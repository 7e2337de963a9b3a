/**
 * Tenants: who owns everything else.
 *
 * <p>Owns: the tenant's name. Does not own: who may act for it. Invariant: a tenant's row is seen
 * in its own transactions only.
 */
@NullMarked
package io.ganglion.tenant;

import org.jspecify.annotations.NullMarked;
