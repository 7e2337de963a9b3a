package io.ganglion.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was held above capacity: the integral of max(0, C − K) over the time in which burst was on.
 *
 * <p>Where K is lowered, what was open then is no burst until it closes, as far as it was none
 * before: it had been admitted.
 */
final class Burst {
  private final List<Change> changes = new ArrayList<>();
  private final Set<Holding> open = new LinkedHashSet<>();
  private long used;
  private long admitted;
  private long level;
  private int k;
  private boolean on;

  /** At one instant what ends comes before what changes, and that before what begins. */
  private record Change(long at, int order, Runnable effect) {}

  /** One stretch as it is at an instant. */
  private static final class Holding {
    int weight;
    int billable;

    /** What of it had been admitted when capacity was lowered. */
    int admitted;

    int exempt() {
      return Math.min(billable, admitted);
    }
  }

  Burst(List<Row> rows) {
    var holds = new ArrayList<Row.Hold>();
    for (var row : rows) {
      switch (row) {
        case Row.Hold hold -> holds.add(hold);
        case Row.Capacity now ->
            changes.add(new Change(now.at().toEpochMilli(), 1, () -> capacity(now)));
        case Row.Plan plan -> {}
        case Row.Credit credit -> {}
      }
    }
    for (var stretch : Stretch.of(holds)) {
      var holding = new Holding();
      for (var piece : stretch.pieces()) {
        changes.add(new Change(piece.opened().toEpochMilli(), 2, () -> hold(holding, piece)));
      }
      changes.add(new Change(stretch.end(), 0, () -> close(holding)));
    }
    changes.sort(Comparator.comparingLong(Change::at).thenComparingInt(Change::order));
  }

  /**
   * Weight times milliseconds within a span. All that opens closes, so that it ends as it began.
   */
  long depthMs(Span within) {
    level = 0;
    k = 0;
    on = false;
    long sum = 0;
    long since = Long.MIN_VALUE;
    for (var change : changes) {
      long above = on ? Math.max(0, used - allowed()) : 0;
      if (above > 0) {
        sum += above * new Span(since, change.at).and(within).millis();
      }
      since = change.at;
      change.effect.run();
    }
    return sum;
  }

  private long allowed() {
    return Math.max(k, Math.min(admitted, level));
  }

  private void capacity(Row.Capacity now) {
    if (now.k() < k) {
      level = allowed();
      open.forEach(holding -> holding.admitted = holding.weight);
      admitted = open.stream().mapToLong(Holding::exempt).sum();
    }
    k = now.k();
    on = now.burst();
  }

  private void hold(Holding holding, Row.Hold piece) {
    open.add(holding);
    become(holding, piece.weight(), piece.billable() ? piece.weight() : 0);
  }

  private void close(Holding holding) {
    become(holding, 0, 0);
    holding.admitted = 0;
    open.remove(holding);
  }

  private void become(Holding holding, int weight, int billable) {
    used -= holding.billable;
    admitted -= holding.exempt();
    holding.weight = weight;
    holding.billable = billable;
    used += billable;
    admitted += holding.exempt();
  }
}
