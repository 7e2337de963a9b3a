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

  /** Whether all that was held before an instant is in the ledger. */
  boolean sealed(Connection connection, TenantId tenant, Instant until) throws SQLException {
    return !Unsealed.before(connection, tenant, until);
  }
}
