/**
 * Kraken spot trading.
 *
 * <p>Owns: signatures, nonces, client order ids, deadlines, offsets. Does not own: credentials at
 * rest, retries, rate budgets. Invariant: an order is never sent again before its client order id
 * was looked for among the open and then among the closed orders.
 *
 * @see <a href="https://docs.kraken.com/api/">Kraken: spot REST API</a>
 */
@NullMarked
package io.ganglion.connector.kraken;

import org.jspecify.annotations.NullMarked;
