/**
 * Binance's spot market as far as market and limit orders of one account need it.
 *
 * <p>Owns: signatures, orders, balances, prices, error codes. Does not own: the connector for
 * Binance. Invariants: balances never go below zero; a client order id is unique among open orders
 * only, as on the platform.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api">Binance spot
 *     API</a>
 */
@NullMarked
package io.ganglion.lab.binance;

import org.jspecify.annotations.NullMarked;
