package io.ganglion.crypto;

import com.google.crypto.tink.Aead;

/**
 * A key above all others.
 *
 * @param name which one it is, never secret: {@code keyset:<key id>} or the ARN of a key
 * @param aead throws {@link VaultUnavailable} when whoever keeps the key can't be asked
 */
record Master(String name, Aead aead) {}
