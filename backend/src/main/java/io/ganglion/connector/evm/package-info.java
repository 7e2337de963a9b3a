/**
 * Ethereum-like chains over JSON-RPC.
 *
 * <p>Owns: signing, nonces, receipts. Does not own: credentials at rest, retries, rate budgets.
 * Invariant: one signed transaction an intent, its hash known before the first byte; the key never
 * leaves {@code Wallet}.
 */
@NullMarked
package io.ganglion.connector.evm;

import org.jspecify.annotations.NullMarked;
