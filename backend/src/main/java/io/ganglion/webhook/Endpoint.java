package io.ganglion.webhook;

import io.ganglion.kernel.EndpointId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a tenant wants to be told of what happens.
 *
 * @param disabled why it gets no messages; empty: it does
 * @param keys what its messages are signed with, the newest first
 * @param health how it does
 * @param waiting messages that are on their way
 * @param version raised by each change
 */
public record Endpoint(
    EndpointId id,
    Wanted wanted,
    SigningKey.Kind signature,
    Optional<Reason> disabled,
    List<Key> keys,
    Standing health,
    long waiting,
    long version,
    Instant createdAt) {
  public Endpoint {
    keys = List.copyOf(keys);
  }

  /**
   * What its owner says of it.
   *
   * @param types names of event types; empty: all of them
   * @param ordered whether a run's messages wait for each other
   */
  public record Wanted(String url, String description, List<String> types, boolean ordered) {
    public Wanted {
      types = types.stream().distinct().sorted().toList();
    }
  }

  /** Why an endpoint is disabled. */
  public enum Reason {
    /** Somebody asked for it. */
    ASKED,
    /** It answered 410. */
    GONE,
    /** Nothing but failures came of it for days. */
    FAILING
  }

  /**
   * A key, without its secret.
   *
   * @param publicKey {@code whpk_…}; empty for a shared secret
   * @param expiresAt when it signs no more; empty: until it is replaced
   */
  public record Key(
      int generation, Optional<String> publicKey, Instant createdAt, Optional<Instant> expiresAt) {}

  /**
   * How an endpoint does.
   *
   * @param failures tries that failed since the last that did not
   * @param failingSince the first of them
   * @param restsUntil nothing is tried before
   */
  public record Standing(
      int failures, Optional<Instant> failingSince, Optional<Instant> restsUntil) {}
}
