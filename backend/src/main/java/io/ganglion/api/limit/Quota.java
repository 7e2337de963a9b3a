package io.ganglion.api.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * So many requests in a window.
 *
 * @param name in headers and keys
 */
record Quota(String name, long requests, Duration window) {
  BucketConfiguration configuration() {
    return of(requests);
  }

  /**
   * Half of it: a process that counts alone knows nothing of what the others let through. An
   * installation of more than two processes may let more through than it should while Redis is
   * away.
   */
  BucketConfiguration stricter() {
    return of(Math.max(1, requests / 2));
  }

  /** As `RateLimit-Policy` has it. */
  String policy() {
    return "\"%s\";q=%d;w=%d".formatted(name, requests, window.toSeconds());
  }

  private BucketConfiguration of(long tokens) {
    return BucketConfiguration.builder()
        .addLimit(Bandwidth.builder().capacity(tokens).refillGreedy(tokens, window).build())
        .build();
  }
}
