/**
 * A tenant's own chain of the kind of Solana, behind one node.
 *
 * <p>Owns: slots, blockhashes, signatures, balances. Does not own: the connector for Solana.
 * Invariants: a signature lands once; a transaction whose blockhash is over never lands.
 *
 * @see <a href="https://solana.com/docs/rpc">Solana: JSON-RPC</a>
 */
@NullMarked
package io.ganglion.lab.solana;

import org.jspecify.annotations.NullMarked;
