package io.ganglion.identity;

import io.ganglion.kernel.ApiKeyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An API key, without its secret.
 *
 * @param mode {@code live} or {@code lab}
 * @param hint the last four characters of the key
 * @param scopes sorted
 * @param addresses CIDR blocks of the callers that may use it; empty: from anywhere
 * @param lastUsedAt no finer than a minute
 * @param rotatedTo the key that replaces it
 * @param version raised by each change
 */
public record ApiKey(
    ApiKeyId id,
    String name,
    String mode,
    String hint,
    List<String> scopes,
    List<String> addresses,
    Instant createdAt,
    String createdBy,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt,
    Optional<ApiKeyId> rotatedTo,
    long version) {
  /** The mode of a key for the laboratory. */
  static final String LAB = "lab";

  public ApiKey {
    scopes = scopes.stream().sorted().toList();
    addresses = List.copyOf(addresses);
  }

  /** Whether it opens the door at that time. */
  public boolean opens(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
