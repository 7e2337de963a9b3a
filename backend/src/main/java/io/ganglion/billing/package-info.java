/**
 * What tenants agreed to pay, and what they owe.
 *
 * <p>Owns: price list, subscriptions, invoices and their numbers, alerts, when a tenant is
 * suspended. Does not own: what was held and what it costs, which is {@code meter}'s and the ledger
 * module's; how admission works, which goes by the tenant's row of {@code capacity} that is written
 * here. Invariants: what was agreed is in the ledger in the same commit; an invoice's total is the
 * ledger's statement of its month, with tax; a month has one invoice; numbers have no gap; an
 * issued document never changes.
 */
@NullMarked
package io.ganglion.billing;

import org.jspecify.annotations.NullMarked;
