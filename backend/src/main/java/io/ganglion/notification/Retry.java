package io.ganglion.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a message is tried again. Pure.
 *
 * <p>Nine tries over 47 hours: what nobody could be told in two days is of no use to them.
 */
final class Retry {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private Retry() {}

  /**
   * How long to wait after a failure.
   *
   * @param failed tries already failed, from 1
   * @return empty when no try is left
   */
  static Optional<Duration> after(int failed) {
    return failed > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(failed - 1));
  }
}
