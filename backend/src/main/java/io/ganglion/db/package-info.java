/**
 * The only ways to the database.
 *
 * <p>Owns: transactions with a tenant ({@link io.ganglion.db.TenantTx}), the group commit of
 * workers and their leases. Does not own: any table but {@code worker}. Invariants: a transaction
 * sees the rows of the tenants it was opened for and no others; nobody else opens a transaction or
 * a connection.
 */
@NullMarked
package io.ganglion.db;

import org.jspecify.annotations.NullMarked;
