/**
 * The whole of a tenant, table by table: exported, and erased.
 *
 * <p>Owns: the order in which tables go, what an export leaves out. Does not own: when a tenant is
 * deleted, what the rows mean. Invariants: credentials go first; the tenant's own row goes last, so
 * that an erasure which died is found and taken up again; a table that is new is erased and
 * exported too.
 */
@NullMarked
package io.ganglion.erasure;

import org.jspecify.annotations.NullMarked;
