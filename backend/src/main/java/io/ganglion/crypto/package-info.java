/**
 * Envelope encryption: a master key wraps each tenant's data keys, which seal its secrets.
 *
 * <p>Owns: master keys (a keyset's file, or AWS KMS), data keys and their exchange, how secrets are
 * bound to their place. Does not own: the secrets, the order in which keys are exchanged.
 * Invariants: what was sealed for one tenant or place opens nowhere else; no key is ever written
 * unwrapped, but for the master keyset's own file.
 *
 * @see <a href="https://developers.google.com/tink/wire-format">Tink's wire format</a>
 */
@NullMarked
package io.ganglion.crypto;

import org.jspecify.annotations.NullMarked;
