package io.ganglion.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a message is tried again. Pure.
 *
 * <p>Ten tries over 75 hours, as the specification suggests. Each wait is drawn from 80 to 120 % of
 * its length, so that endpoints that failed together aren't asked together again.
 *
 * @param longest how far off an endpoint's own Retry-After may put the next try
 */
record Schedule(Duration longest) {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** Tries there are in all. */
  static final int TRIES = WAITS.size() + 1;

  private static final double SPREAD = 0.2;

  /**
   * How long to wait after a failure.
   *
   * @param failed tries already failed, from 1
   * @param asked what the endpoint's Retry-After says; it makes the wait longer, never shorter
   * @return empty when no try is left
   */
  Optional<Duration> after(int failed, Optional<Duration> asked, RandomGenerator chance) {
    if (failed >= TRIES) {
      return Optional.empty();
    }
    var wait = spread(WAITS.get(failed - 1), chance);
    var bounded = asked.map(it -> it.compareTo(longest) < 0 ? it : longest);
    return Optional.of(bounded.filter(it -> it.compareTo(wait) > 0).orElse(wait));
  }

  private static Duration spread(Duration wait, RandomGenerator chance) {
    double factor = 1 - SPREAD + 2 * SPREAD * chance.nextDouble();
    return Duration.ofMillis(Math.round(wait.toMillis() * factor));
  }
}
