package io.ganglion.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts a closed hold into the rows of the ledger: at each UTC hour, and where its rating changes. */
public final class Cuts {
  /** Where a row ends since its rating changes. */
  private static final String ZERO = "zero";

  private Cuts() {}

  /**
   * Time of a hold that is not billed.
   *
   * @param code why
   */
  public record Zero(Instant from, Instant to, String code) {}

  /**
   * @param hold from its opening to its close; times count in whole milliseconds
   * @param zeros of it, in any order; where they overlap the earlier one says why
   * @return its rows, one after the other without a gap; none where it lasted no millisecond
   */
  public static List<Row.Hold> of(Row.Hold hold, List<Zero> zeros) {
    var rows = new ArrayList<Row.Hold>();
    var sorted = new ArrayList<>(zeros);
    sorted.sort(Comparator.comparing(Zero::from));
    var at = hold.opened().truncatedTo(ChronoUnit.MILLIS);
    var end = hold.closed().truncatedTo(ChronoUnit.MILLIS);
    while (at.isBefore(end)) {
      var rate = hold.zeroRate() == null ? rate(sorted, at, end) : new Rate(hold.zeroRate(), end);
      var hour = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
      var to = earlier(earlier(rate.to, hour), end);
      var reason = to.equals(end) ? hold.reason() : to.equals(hour) ? Row.Hold.HOUR : ZERO;
      rows.add(piece(hold, at, to, reason, rate.code));
      at = to;
    }
    return rows;
  }

  /** How the time from an instant on is rated, and until when. */
  private record Rate(@org.jspecify.annotations.Nullable String code, Instant to) {}

  private static Rate rate(List<Zero> zeros, Instant at, Instant end) {
    for (var zero : zeros) {
      var from = zero.from.truncatedTo(ChronoUnit.MILLIS);
      var to = zero.to.truncatedTo(ChronoUnit.MILLIS);
      if (at.isBefore(from)) {
        return new Rate(null, from);
      }
      if (at.isBefore(to)) {
        return new Rate(zero.code, to);
      }
    }
    return new Rate(null, end);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Row.Hold piece(
      Row.Hold hold,
      Instant from,
      Instant to,
      String reason,
      @org.jspecify.annotations.Nullable String zeroRate) {
    return new Row.Hold(
        hold.run(),
        hold.agent(),
        hold.workflow(),
        hold.connector(),
        hold.system(),
        hold.weight(),
        from,
        to,
        reason,
        zeroRate,
        hold.fence());
  }
}
