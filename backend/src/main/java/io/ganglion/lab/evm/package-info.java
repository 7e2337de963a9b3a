/**
 * A chain of its own for each tenant, behind an Ethereum node's JSON-RPC.
 *
 * <p>Owns: blocks, balances, nonces, the pool of pending transactions, the node's errors. Does not
 * own: the connector for chains; contracts, which don't exist here. Invariants: a transaction is
 * taken only with a valid signature of its sender; a nonce is mined once; wei are moved, never
 * made, but for what a new account is given.
 *
 * @see <a href="https://ethereum.org/developers/docs/apis/json-rpc">Ethereum JSON-RPC</a>
 */
@NullMarked
package io.ganglion.lab.evm;

import org.jspecify.annotations.NullMarked;
