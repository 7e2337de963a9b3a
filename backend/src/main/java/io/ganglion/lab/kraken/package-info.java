/**
 * Kraken's spot market as far as market and limit orders of one account need it.
 *
 * <p>Owns: signatures, nonces, orders, error texts. Does not own: the connector for Kraken.
 * Invariants: balances never go below zero; a client order id is unique among open orders only.
 *
 * @see <a href="https://docs.kraken.com/api/">Kraken: spot REST API</a>
 */
@NullMarked
package io.ganglion.lab.kraken;

import org.jspecify.annotations.NullMarked;
