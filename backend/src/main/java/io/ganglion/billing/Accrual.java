package io.ganglion.billing;

import io.ganglion.ledger.Row;
import io.ganglion.ledger.Statement;
import io.ganglion.ledger.Terms;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a month has come to by an instant in it, before tax. Pure. */
final class Accrual {
  private Accrual() {}

  /**
   * A month's fee comes to be second by second, a year's at once.
   *
   * @param rows of the month; those from the instant on are left aside
   * @param until a full hour of the month, or its end
   */
  static long minor(List<Row> rows, YearMonth month, Instant until) {
    var before = new ArrayList<Row>();
    for (var row : rows) {
      if (row.at().isBefore(until)) {
        before.add(row);
      }
    }
    lastPlan(before)
        .filter(plan -> plan.terms().interval() == Terms.Interval.MONTH)
        .ifPresent(plan -> before.add(new Row.Plan(until, nothing(plan.terms()))));
    return Statement.of(before, month).totalMinor();
  }

  private static Optional<Row.Plan> lastPlan(List<Row> rows) {
    return rows.stream()
        .filter(Row.Plan.class::isInstance)
        .map(Row.Plan.class::cast)
        .max(Comparator.comparing(Row.Plan::at));
  }

  private static Terms nothing(Terms terms) {
    return new Terms(
        terms.plan(),
        terms.prices(),
        Terms.Interval.MONTH,
        0,
        terms.currency(),
        terms.burstMinor(),
        null);
  }
}
