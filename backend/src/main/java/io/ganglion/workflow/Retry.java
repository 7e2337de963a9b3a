package io.ganglion.workflow;

import io.ganglion.expression.Expression;
import java.time.Duration;
import java.util.Optional;

/**
 * A retry policy of {@code try … catch … retry}. Durations are constants here; expressions in them
 * are refused.
 *
 * @param attempts how often it may be tried again; empty for no limit of its own (the engine's
 *     limit holds)
 * @param attemptTimeout {@code limit.attempt.duration}; {@code total} is {@code limit.duration}
 */
public record Retry(
    Optional<Expression> when,
    Optional<Expression> exceptWhen,
    Duration delay,
    Backoff backoff,
    Optional<Integer> attempts,
    Optional<Duration> attemptTimeout,
    Optional<Duration> total,
    Optional<Jitter> jitter) {

  /** How the delay grows. */
  public enum Backoff {
    CONSTANT,
    LINEAR,
    EXPONENTIAL
  }

  /** A random part added to the delay. */
  public record Jitter(Duration from, Duration to) {}

  /**
   * Wait before trying again, without jitter: d, d, d … or d, 2d, 3d … or d, 2d, 4d …, never above
   * {@code cap}.
   *
   * @param failed tries already failed, from 1
   */
  public Duration delayAfter(int failed, Duration cap) {
    var factor =
        switch (backoff) {
          case CONSTANT -> 1L;
          case LINEAR -> (long) failed;
          case EXPONENTIAL -> 1L << Math.min(failed - 1, 30); // 30: no overflow
        };
    try {
      var wanted = delay.multipliedBy(factor);
      return wanted.compareTo(cap) < 0 ? wanted : cap;
    } catch (ArithmeticException e) {
      return cap;
    }
  }
}
