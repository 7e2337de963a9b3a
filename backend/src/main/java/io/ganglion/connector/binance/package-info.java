/**
 * Binance spot trading.
 *
 * <p>Owns: signatures, client order ids, offsets. Does not own: credentials at rest, retries, rate
 * budgets. Invariant: an order is never sent again before its client order id was looked up.
 */
@NullMarked
package io.ganglion.connector.binance;

import org.jspecify.annotations.NullMarked;
