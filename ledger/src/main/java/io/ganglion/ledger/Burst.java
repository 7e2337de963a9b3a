package io.ganglion.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What was held above capacity: the integral of max(0, C − K) over the time in which burst was on.
 *
 * <p>Where K is lowered, what was open then is no burst until it closes: it had been admitted.
 */
final class Burst {
  private final List<Change> changes = new ArrayList<>();
  private final Set<Stretch> exempt = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Stretch> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private long used;
  private long exempted;
  private int k;
  private boolean on;

  /** At one instant what ends comes before what changes, and that before what begins. */
  private record Change(long at, int order, Runnable effect) {}

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
      changes.add(new Change(stretch.span().to(), 0, () -> close(stretch)));
      changes.add(new Change(stretch.span().from(), 2, () -> open(stretch)));
    }
    changes.sort(Comparator.comparingLong(Change::at).thenComparingInt(Change::order));
  }

  /** Weight times milliseconds within a span. */
  long depthMs(Span within) {
    reset();
    long sum = 0;
    long since = Long.MIN_VALUE;
    for (var change : changes) {
      long above = on ? Math.max(0, used - Math.max(k, exempted)) : 0;
      if (above > 0) {
        sum += above * new Span(since, change.at).and(within).millis();
      }
      since = change.at;
      change.effect.run();
    }
    return sum;
  }

  private void reset() {
    exempt.clear();
    open.clear();
    used = 0;
    exempted = 0;
    k = 0;
    on = false;
  }

  private void capacity(Row.Capacity now) {
    if (now.k() < k) {
      exempt.addAll(open);
      exempted = exempt.stream().mapToLong(Stretch::weight).sum();
    }
    k = now.k();
    on = now.burst();
  }

  private void open(Stretch stretch) {
    open.add(stretch);
    used += stretch.weight();
  }

  private void close(Stretch stretch) {
    open.remove(stretch);
    used -= stretch.weight();
    if (exempt.remove(stretch)) {
      exempted -= stretch.weight();
    }
  }
}
