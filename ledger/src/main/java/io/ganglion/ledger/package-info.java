/**
 * The hold ledger: what its rows say, how they are chained, and what is to be paid by them. Pure,
 * so that the same code seals, bills and verifies.
 *
 * <p>Does not own: where rows are kept, who seals them when, invoices as documents. Invariants: a
 * statement is a function of rows alone; time counts in whole milliseconds, money in minor units.
 */
@NullMarked
package io.ganglion.ledger;

import org.jspecify.annotations.NullMarked;
