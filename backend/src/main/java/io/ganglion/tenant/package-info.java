/**
 * Tenants: who owns everything else.
 *
 * <p>Owns: the tenant's name, whether it is deleted or suspended. Does not own: who may act for it,
 * when it is suspended. Invariant: a tenant's row is seen in its own transactions only.
 */
@NullMarked
package io.ganglion.tenant;

import org.jspecify.annotations.NullMarked;
