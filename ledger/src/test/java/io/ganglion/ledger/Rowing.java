package io.ganglion.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows for tests; times are given from the start of September 2026, a month of 30 days. */
final class Rowing {
  static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
  static final java.time.YearMonth MONTH = java.time.YearMonth.of(2026, 9);

  private final List<Row> rows = new ArrayList<>();

  static Instant at(Duration after) {
    return START.plus(after);
  }

  Rowing plan(Duration at, String name, long feeMinor) {
    return plan(at, new Terms(name, "2026-09", Terms.Interval.MONTH, feeMinor, "EUR", 50, null));
  }

  Rowing plan(Duration at, Terms terms) {
    rows.add(new Row.Plan(at(at), terms));
    return this;
  }

  Rowing capacity(Duration at, int k, boolean burst, @Nullable Long cap) {
    rows.add(new Row.Capacity(at(at), k, burst, cap));
    return this;
  }

  Rowing hold(String run, String system, int weight, Duration from, Duration to) {
    return hold(run, system, weight, from, to, null);
  }

  /** As it is sealed: cut at the hours. */
  Rowing hold(
      String run,
      String system,
      int weight,
      Duration from,
      Duration to,
      @Nullable String zeroRate) {
    var whole =
        new Row.Hold(
            run, "agt_1", "wfl_1", "x", system, weight, at(from), at(to), "end", zeroRate, 1);
    rows.addAll(Cuts.of(whole, List.of()));
    return this;
  }

  /** So many systems at once. */
  Rowing holds(String run, int systems, Duration from, Duration to) {
    IntStream.range(0, systems).forEach(i -> hold(run, "sys_" + i, 1, from, to));
    return this;
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  Statement statement() {
    return Statement.of(rows, MONTH);
  }

  /** As it is exported. */
  static String sealed(List<Row> rows) {
    var lines = new ArrayList<String>();
    var previous = Line.GENESIS;
    for (var row : rows) {
      var line = Line.after("ten_1", lines.size() + 1L, row, previous);
      lines.add(line.toJson().toString());
      previous = line.hash();
    }
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }
}
