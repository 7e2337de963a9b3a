/**
 * Solana over JSON-RPC.
 *
 * <p>Owns: signing, the wire format of a transfer, what the chain says became of one. Does not own:
 * credentials at rest, retries, rate budgets. Invariants: one signed transaction an intent, its
 * signature known before the first byte; not there is proven only once its blockhash is over for
 * good and a search of the whole history doesn't find it; the key never leaves {@code Wallet}.
 *
 * @see <a href="https://solana.com/docs/core/transactions">Solana: transactions</a>
 * @see <a href="https://solana.com/docs/rpc">Solana: JSON-RPC</a>
 */
@NullMarked
package io.ganglion.connector.solana;

import org.jspecify.annotations.NullMarked;
