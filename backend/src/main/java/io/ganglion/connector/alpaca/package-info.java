/**
 * Alpaca: stocks and crypto.
 *
 * <p>Owns: orders by client order id, offsets, the preflight of account and asset. Does not own:
 * credentials at rest, retries, rate budgets. Invariant: an order is never sent again before its
 * client order id was looked up; Alpaca takes each once, for ever.
 *
 * @see <a href="https://docs.alpaca.markets/reference">Alpaca: API reference</a>
 */
@NullMarked
package io.ganglion.connector.alpaca;

import org.jspecify.annotations.NullMarked;
