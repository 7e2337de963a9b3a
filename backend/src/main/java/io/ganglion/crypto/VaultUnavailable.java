package io.ganglion.crypto;

import io.ganglion.kernel.Problem;

/** Whoever keeps the master key can't be reached, or refuses; nothing was done. */
public final class VaultUnavailable extends Problem {
  private static final long serialVersionUID = 1;

  VaultUnavailable() {
    super(
        503,
        "vault_unavailable",
        "The key service can't be used",
        "Credentials can't be sealed or opened now; nothing was done. Send it again in a minute; the operator finds the cause in the log.");
  }
}
