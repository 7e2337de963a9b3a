package io.ganglion.webhook;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a reader of a tenant's events has been told, and what it may be told next. Pure.
 *
 * <p>Events have their numbers by the order in which they were made and not by that of their
 * commits, so that one may still come in below those that are seen. An event is told once every
 * transaction that was under way when it was first seen is over: what comes in later began later,
 * and its number is higher.
 */
final class FeedPlace {
  private long told;
  private @Nullable Seen seen;

  FeedPlace(long told) {
    this.told = told;
  }

  /**
   * What was seen and is not told yet.
   *
   * @param highest the highest number
   * @param horizon the first transaction that had not begun then
   */
  private record Seen(long highest, long horizon) {}

  /**
   * A snapshot's limits, as {@code pg_current_snapshot} has them.
   *
   * @param oldest the oldest transaction under way; those before are over
   * @param next the first that has not begun
   */
  record Snapshot(long oldest, long next) {}

  /** The number that all of what is told later is above. */
  long told() {
    return told;
  }

  /**
   * What may be told now.
   *
   * @param rows all that the snapshot shows above {@link #told}, or the first of them; by number
   * @param number a row's number
   */
  <R> List<R> take(Snapshot snapshot, List<R> rows, ToLongFunction<R> number) {
    if (rows.isEmpty()) {
      return List.of();
    }
    long last = number.applyAsLong(rows.getLast());
    if (seen == null) {
      seen = new Seen(last, snapshot.next);
    }
    if (snapshot.oldest < seen.horizon) {
      return List.of();
    }
    long upTo = seen.highest;
    var certain = rows.stream().filter(row -> number.applyAsLong(row) <= upTo).toList();
    told = Math.min(upTo, last);
    if (told == upTo) {
      seen = last > upTo ? new Seen(last, snapshot.next) : null;
    }
    return certain;
  }
}
