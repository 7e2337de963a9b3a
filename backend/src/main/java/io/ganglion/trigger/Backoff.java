package io.ganglion.trigger;

import java.time.Duration;
import java.time.Instant;

/**
 * When a trigger is read again. Pure.
 *
 * @param first the wait after the first failure; it doubles with each
 * @param longest no wait is longer, an interval aside
 */
record Backoff(Duration first, Duration longest) {
  /**
   * The next poll after one that was answered: an interval after it began, and never in the past.
   */
  static Instant next(Instant began, Duration interval, Instant now) {
    var next = began.plus(interval);
    return next.isBefore(now) ? now : next;
  }

  /**
   * The next poll after one that failed.
   *
   * @param failures in a row, this one included
   * @param interval of the trigger, which is waited at least
   * @param chance from 0 to 1: up to a fifth more or less, so that those that failed together don't
   *     come back together
   */
  Instant after(int failures, Duration interval, double chance, Instant now) {
    int doublings = Math.min(failures - 1, 20); // 20: no overflow
    var wait = first.multipliedBy(1L << doublings);
    wait = wait.compareTo(longest) < 0 ? wait : longest;
    wait = wait.compareTo(interval) < 0 ? interval : wait;
    return now.plusMillis((long) (wait.toMillis() * (0.8 + 0.4 * chance)));
  }
}
