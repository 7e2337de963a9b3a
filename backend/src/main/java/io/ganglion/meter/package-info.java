/**
 * The hold ledger as it is kept: sealed hour by hour, corrected, read.
 *
 * <p>Owns: when an hour is sealed, the tenants' chains, corrections, usage by hour. Does not own:
 * holds, which are coordination's; what a row says and costs, which the module {@code ledger}
 * knows; plans and invoices. Invariants: a line is inserted once and never changed; the lines of an
 * hour, its usage and the note that it is sealed are one commit; a tenant's chain is appended to
 * under the lock of its head, so that its order is the order of sealing.
 */
@NullMarked
package io.ganglion.meter;

import org.jspecify.annotations.NullMarked;
