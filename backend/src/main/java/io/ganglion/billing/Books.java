package io.ganglion.billing;

import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Row;
import io.ganglion.meter.Ledgers;
import io.ganglion.meter.Unsealed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hold ledger as bills need it; called inside a tenant's transaction. */
@ApplicationScoped
class Books {
  private final Ledgers ledgers;

  Books(Ledgers ledgers) {
    this.ledgers = ledgers;
  }

  /** Others who append for the tenant wait for the end of the transaction. */
  void append(Connection connection, TenantId tenant, Row row) throws SQLException {
    ledgers.append(connection, tenant, row, row.at());
  }

  /** What a month is charged by, as far as it is sealed. */
  List<Row> of(TenantId tenant, YearMonth month) {
    return ledgers.rows(tenant, month);
  }

  /** As above, with what is held and not sealed yet, to an instant. */
  List<Row> soFar(Connection connection, TenantId tenant, YearMonth month, Instant now)
      throws SQLException {
    var rows = new ArrayList<>(of(tenant, month));
    var from = BillingClock.start(month);
    var to = now.isBefore(BillingClock.end(month)) ? now : BillingClock.end(month);
    rows.addAll(Unsealed.between(connection, tenant, from, to));
    return rows;
  }

  /**
   * When the tenant's one trial ends or ended, by the first plan that had it.
   *
   * @param now nothing was agreed after it
   * @return empty where it had none
   */
  Optional<Instant> trialEnds(TenantId tenant, Instant now) {
    var next = BillingClock.month(now).plusMonths(1); // all plans, and none of this month's holds
    for (var row : of(tenant, next)) {
      var ends = row instanceof Row.Plan plan ? plan.terms().trialEnds() : null;
      if (ends != null) {
        return Optional.of(ends);
      }
    }
    return Optional.empty();
  }

  /** Whether all that was held before an instant is in the ledger. */
  boolean sealed(Connection connection, TenantId tenant, Instant until) throws SQLException {
    return !Unsealed.before(connection, tenant, until);
  }
}
