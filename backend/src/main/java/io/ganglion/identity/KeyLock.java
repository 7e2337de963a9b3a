package io.ganglion.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller's key has to fit.
 *
 * @param hash SHA-256 of the secret
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time, and by nothing else
record KeyLock(
    String mode,
    byte[] hash,
    Set<String> scopes,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {
  /** Whether the key opens the door at that time. */
  boolean opens(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
