/**
 * Envelope encryption: a master key wraps each tenant's data keys, which seal its secrets.
 *
 * <p>Owns: the master keyset, data keys, how secrets are bound to their place. Does not own: the
 * secrets. Invariants: what was sealed for one tenant or place opens nowhere else; no key is ever
 * written unwrapped, but for the master keyset's own file.
 *
 * @see <a href="https://developers.google.com/tink/wire-format">Tink's wire format</a>
 */
@NullMarked
package io.ganglion.crypto;

import org.jspecify.annotations.NullMarked;
