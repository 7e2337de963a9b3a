package io.ganglion.workflow;

import io.ganglion.expression.Expression;
import io.ganglion.expression.Template;
import java.time.Duration;
import java.util.Optional;

/**
 * A retry policy of {@code try … catch … retry}. Durations are templates: the DSL's object, ISO
 * 8601 text, or an expression for either.
 *
 * @param attempts how often it may be tried again; empty for no limit of its own (the engine's
 *     limit holds)
 * @param attemptTimeout {@code limit.attempt.duration}; {@code total} is {@code limit.duration}
 */
public record Retry(
    Optional<Expression> when,
    Optional<Expression> exceptWhen,
    Template delay,
    Backoff backoff,
    Optional<Integer> attempts,
    Optional<Template> attemptTimeout,
    Optional<Template> total,
    Optional<Jitter> jitter) {

  /** How the delay grows. */
  public enum Backoff {
    CONSTANT,
    LINEAR,
    EXPONENTIAL;

    /**
     * Wait before trying again, without jitter: d, d, d … or d, 2d, 3d … or d, 2d, 4d …, never
     * above {@code cap}.
     *
     * @param first what the policy's {@code delay} came to
     * @param failed tries already failed, from 1
     */
    public Duration after(Duration first, int failed, Duration cap) {
      var factor =
          switch (this) {
            case CONSTANT -> 1L;
            case LINEAR -> (long) failed;
            case EXPONENTIAL -> 1L << Math.min(failed - 1, 30); // 30: no overflow
          };
      try {
        var wanted = first.multipliedBy(factor);
        return wanted.compareTo(cap) < 0 ? wanted : cap;
      } catch (ArithmeticException e) {
        return cap;
      }
    }
  }

  /** A random part added to the delay. */
  public record Jitter(Template from, Template to) {}
}
