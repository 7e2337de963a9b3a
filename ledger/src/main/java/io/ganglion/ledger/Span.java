package io.ganglion.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Time from one millisecond to another, the end left out.
 *
 * @param to not before {@code from}
 */
record Span(long from, long to) {
  static Span of(YearMonth month) {
    return new Span(start(month), start(month.plusMonths(1)));
  }

  static Span of(Instant from, Instant to) {
    return new Span(from.toEpochMilli(), to.toEpochMilli());
  }

  private static long start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  /** What two have in common; empty where that is nothing. */
  Span and(Span other) {
    long begin = Math.max(from, other.from);
    return new Span(begin, Math.max(begin, Math.min(to, other.to)));
  }

  boolean has(Instant at) {
    return from <= at.toEpochMilli() && at.toEpochMilli() < to;
  }

  boolean empty() {
    return from == to;
  }

  long millis() {
    return to - from;
  }

  /** Whole seconds; the part of one that is begun counts from its start. */
  long seconds() {
    return Math.floorDiv(to, 1_000) - Math.floorDiv(from, 1_000);
  }
}
