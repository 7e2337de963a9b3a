package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.workflow.Retry;
import io.ganglion.workflow.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;

/** Whether a {@code try} catches an error, and whether and when it tries again. */
final class Retries {
  /** A policy without a limit of its own ends here. */
  static final int MAX_ATTEMPTS = 100;

  /** No delay is longer. */
  static final Duration MAX_DELAY = Duration.ofDays(1);

  boolean catches(Visit visit, Task.Catch handler, JsonNode error) {
    for (var wanted : handler.with().properties()) {
      var actual = error.path(wanted.getKey()).asText();
      var expected = wanted.getValue().asText();
      boolean alias = wanted.getKey().equals("type") && WorkflowError.isAlias(expected, actual);
      if (!alias && !actual.equals(expected)) {
        return false;
      }
    }
    var as = Map.of(handler.as(), error);
    return handler.when().map(when -> visit.holds(when, visit.input(), as)).orElse(true)
        && !handler.exceptWhen().map(when -> visit.holds(when, visit.input(), as)).orElse(false);
  }

  /** Waits as the policy says and gives true, or false when there is no further try. */
  boolean again(Visit visit, Task.Catch handler, JsonNode error, int failed) {
    if (handler.retry().isEmpty()) {
      return false;
    }
    var policy = handler.retry().get();
    var as = Map.of(handler.as(), error);
    if (failed > policy.attempts().orElse(MAX_ATTEMPTS)
        || !policy.when().map(when -> visit.holds(when, visit.input(), as)).orElse(true)
        || policy.exceptWhen().map(when -> visit.holds(when, visit.input(), as)).orElse(false)) {
      return false;
    }
    var walk = visit.walk();
    var base = Timeouts.duration(visit, policy.delay(), "'retry.delay'");
    var delay = policy.backoff().after(base, failed, MAX_DELAY).plus(jitter(policy, visit, failed));
    var due = dueAfter(visit, delay, failed, policy.total().isPresent());
    if (policy.total().isPresent()) {
      var total = Timeouts.duration(visit, policy.total().get(), "'retry.limit.duration'");
      if (due.isAfter(visit.start().at().plus(total))) {
        return false;
      }
    }
    if (walk.cancelled().getAsBoolean()) {
      throw new Unwind.Cancelled();
    }
    if (delay.isPositive()) {
      Waiter.until(
          visit,
          due,
          "timer",
          "tries again after %s".formatted(error.path("title").asText("an error")));
    }
    return !walk.cancelled().getAsBoolean();
  }

  /**
   * @param judged whether the time decides more than how long to wait: then a replay must see it
   */
  private static Instant dueAfter(Visit visit, Duration delay, int failed, boolean judged) {
    var walk = visit.walk();
    var due = walk.lease().now().plus(delay);
    return judged || delay.isPositive()
        ? walk.journal().timer(visit.position() + "#retry" + failed, due)
        : due;
  }

  /** Seeded by run, place and try: a replay draws the same. */
  private static Duration jitter(Retry policy, Visit visit, int failed) {
    if (policy.jitter().isEmpty()) {
      return Duration.ZERO;
    }
    var range = policy.jitter().get();
    var from = Timeouts.duration(visit, range.from(), "'retry.jitter.from'");
    var to = Timeouts.duration(visit, range.to(), "'retry.jitter.to'");
    long span = to.minus(from).toMillis();
    long seed =
        visit.walk().run().id().uuid().getLeastSignificantBits()
            ^ visit.position().hashCode() + failed;
    return from.plusMillis(span <= 0 ? 0 : new SplittableRandom(seed).nextLong(span + 1));
  }
}
