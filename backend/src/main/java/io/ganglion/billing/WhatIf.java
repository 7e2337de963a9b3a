package io.ganglion.billing;

import io.ganglion.ledger.Row;
import io.ganglion.ledger.Statement;
import io.ganglion.ledger.Terms;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What a month would have cost under other terms. Pure, over the ledger's rows. */
final class WhatIf {
  private WhatIf() {}

  /**
   * As if the terms had held all month, with that K and burst without a cap: what was held above K
   * would have been burst.
   *
   * @param rows of the month, as they are; what was agreed in them is left aside
   */
  static Statement of(List<Row> rows, YearMonth month, Terms terms, int k) {
    var start = BillingClock.start(month);
    var other = new ArrayList<Row>();
    other.add(new Row.Plan(start, terms));
    other.add(new Row.Capacity(start, k, true, null));
    for (var row : rows) {
      switch (row) {
        case Row.Hold hold -> other.add(hold);
        case Row.Credit credit -> {}
        case Row.Plan plan -> {}
        case Row.Capacity capacity -> {}
      }
    }
    return Statement.of(other, month);
  }
}
