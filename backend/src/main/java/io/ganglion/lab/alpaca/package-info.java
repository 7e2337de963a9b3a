/**
 * Alpaca as far as market and limit orders of one account need it.
 *
 * <p>Owns: orders, positions, quotes, error codes. Does not own: the connector for Alpaca.
 * Invariants: money never goes below zero; a client order id is taken once, for ever.
 *
 * @see <a href="https://docs.alpaca.markets/reference">Alpaca: API reference</a>
 */
@NullMarked
package io.ganglion.lab.alpaca;

import org.jspecify.annotations.NullMarked;
