package io.ganglion.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a closed hold into pieces: at each UTC hour, and where its rating changes. */
public final class Cuts {
  private Cuts() {}

  /**
   * Time of a hold that is not billed.
   *
   * @param code why
   */
  public record Zero(Instant from, Instant to, String code) {}

  /**
   * Cuts one hold.
   *
   * @param hold from its opening to its close; times count in whole milliseconds
   * @param zeros of it, in any order; where they overlap the earlier one says why
   * @return its pieces, one after the other without a gap; none where it lasted no millisecond
   */
  public static List<Row.Hold> of(Row.Hold hold, List<Zero> zeros) {
    var pieces = new ArrayList<Row.Hold>();
    var apart = apart(zeros);
    var at = millis(hold.opened());
    var end = millis(hold.closed());
    while (at.isBefore(end)) {
      var rate = hold.zeroRate() == null ? rate(apart, at, end) : new Rate(hold.zeroRate(), end);
      var hour = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
      var to = earlier(earlier(rate.to, hour), end);
      var why = to.equals(end) ? hold.reason() : to.equals(hour) ? Row.Hold.HOUR : Row.Hold.ZERO;
      pieces.add(hold.part(at, to, hold.weight(), why, rate.code));
      at = to;
    }
    return pieces;
  }

  /** In the order of time, without overlaps; what has one reason and no gap is one. */
  private static List<Zero> apart(List<Zero> zeros) {
    var apart = new ArrayList<Zero>();
    for (var zero : zeros.stream().sorted(Comparator.comparing(Zero::from)).toList()) {
      var before = apart.isEmpty() ? null : apart.getLast();
      var from = millis(zero.from);
      var to = millis(zero.to);
      if (before != null && before.to.isAfter(from)) {
        from = before.to;
      }
      if (!from.isBefore(to)) {
        continue;
      }
      if (before != null && before.to.equals(from) && before.code.equals(zero.code)) {
        apart.removeLast();
        from = before.from;
      }
      apart.add(new Zero(from, to, zero.code));
    }
    return apart;
  }

  /** How the time from an instant on is rated, and until when. */
  private record Rate(@Nullable String code, Instant to) {}

  private static Rate rate(List<Zero> apart, Instant at, Instant end) {
    for (var zero : apart) {
      if (at.isBefore(zero.from)) {
        return new Rate(null, zero.from);
      }
      if (at.isBefore(zero.to)) {
        return new Rate(zero.code, zero.to);
      }
    }
    return new Rate(null, end);
  }

  private static Instant millis(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
