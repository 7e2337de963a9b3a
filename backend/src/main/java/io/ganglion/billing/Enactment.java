package io.ganglion.billing;

import io.ganglion.background.Errands;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Row;
import io.ganglion.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts what was agreed into force, in the transaction that agrees it. */
@ApplicationScoped
class Enactment {
  private final Books books;
  private final Errands errands;
  private final BillingConfig config;

  Enactment(Books books, Errands errands, BillingConfig config) {
    this.books = books;
    this.errands = errands;
    this.config = config;
  }

  /** In the ledger, for whoever listens, and in the row that admission goes by. */
  void enact(
      Connection connection, TenantId tenant, Subscription before, Subscription after, Instant at)
      throws SQLException {
    for (var row : rows(before, after, at)) {
      books.append(connection, tenant, row);
    }
    Outbox.tell(connection, tenant, "subscription.changed", Subscriptions.facts(after));
    var may = after.allowance();
    Closing.ask(errands, config, tenant, BillingClock.month(at));
    if (may.burst()) {
      errands.ask(BurstWatch.NAME, BurstWatch.subject(tenant, at), at);
    }
    allow(connection, tenant, after, at);
  }

  /** What the ledger says of it. */
  static List<Row> rows(Subscription before, Subscription after, Instant at) {
    var rows = new ArrayList<Row>();
    if (!after.terms().equals(before.terms())) {
      rows.add(new Row.Plan(at, after.terms()));
    }
    var may = after.allowance();
    if (!may.equals(before.allowance())) {
      rows.add(new Row.Capacity(at, may.k(), may.burst(), may.burstCapMinor()));
    }
    return rows;
  }

  /** Locks the row that each admission updates: late in the transaction. */
  void allow(Connection connection, TenantId tenant, Subscription now, Instant at)
      throws SQLException {
    int ceiling = now.ceiling(BillingClock.month(at), config.burstCeiling());
    CapacityStore.set(connection, tenant, now.allowance().k(), ceiling);
  }
}
