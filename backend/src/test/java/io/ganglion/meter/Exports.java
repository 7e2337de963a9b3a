package io.ganglion.meter;

import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Chain;
import io.ganglion.ledger.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What tests read of ledgers: the whole export, checked. */
final class Exports {
  private Exports() {}

  static List<String> lines(Ledgers ledgers, TenantId tenant) {
    var lines = new ArrayList<String>();
    try {
      ledgers.each(tenant, 0, lines::add);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return lines;
  }

  /** The rows, of a chain that is whole and ends where the head says. */
  static List<Row> rows(Ledgers ledgers, TenantId tenant) {
    var chain = new Chain();
    var rows = new ArrayList<Row>();
    try {
      for (var line : lines(ledgers, tenant)) {
        rows.add(chain.next(line));
      }
    } catch (Chain.Broken e) {
      throw new AssertionError(e);
    }
    if (!ledgers.root(tenant).equals(new Ledgers.Root(chain.size(), chain.root()))) {
      throw new AssertionError("the head is not where the chain ends");
    }
    return rows;
  }

  static List<Row.Hold> holds(Ledgers ledgers, TenantId tenant) {
    return rows(ledgers, tenant).stream()
        .filter(Row.Hold.class::isInstance)
        .map(Row.Hold.class::cast)
        .toList();
  }
}
