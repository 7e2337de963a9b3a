package io.ganglion.identity;

import io.ganglion.kernel.Cidr;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller's key has to fit.
 *
 * @param hash SHA-256 of the secret
 * @param closing the tenant is deleted
 * @param suspended the tenant does not pay
 * @param moving the tenant is on its way to another cell
 * @param addresses of the callers that may use it; empty: all
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time, and by nothing else
record KeyLock(
    String mode,
    byte[] hash,
    Set<String> scopes,
    List<Cidr> addresses,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt,
    boolean closing,
    boolean suspended,
    boolean moving) {
  /**
   * Whether a caller there may use it.
   *
   * @param address in numbers, as the connection has it
   */
  boolean admits(@Nullable String address) {
    return addresses.isEmpty() || (address != null && within(address));
  }

  private boolean within(String address) {
    try {
      var caller = InetAddress.ofLiteral(address).getAddress();
      return addresses.stream().anyMatch(block -> block.contains(caller));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the key opens the door at that time. */
  boolean opens(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
