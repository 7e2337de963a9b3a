package io.ganglion.oauth;

import java.time.Duration;
import java.util.Optional;

/**
 * What a platform gave.
 *
 * @param access what calls carry
 * @param refresh what the next access token is got by; empty where the one before goes on
 * @param life of the access token; empty: it was not said
 */
public record Tokens(String access, Optional<String> refresh, Optional<Duration> life) {
  /** Never shows them. */
  @Override
  public String toString() {
    return "Tokens[redacted]";
  }
}
