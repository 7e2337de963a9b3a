package io.ganglion.meter;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Row;
import io.ganglion.ledger.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Finds sealed hours whose holds turned out to be others – a worker had died and its holds had
 * ended before they were sealed to – and credits what that is worth. Nothing sealed changes.
 */
@ApplicationScoped
class Corrections {
  private static final Logger LOG = Logger.getLogger(Corrections.class);

  private static final String NOTE =
      """
      INSERT INTO corrected_hour (tenant_id, hour, found_at, source) VALUES (?, ?, clock_timestamp(), ?)
      """;
  private static final String HOURS =
      """
      SELECT DISTINCT hour FROM corrected_hour WHERE tenant_id = ? AND hour >= ? AND hour < ?
      """;
  private static final String CHECKED =
      "UPDATE ledger_head SET checked_to = greatest(checked_to, ?) WHERE tenant_id = ?";

  private final TenantTx tx;
  private final MeterConfig config;

  Corrections(TenantTx tx, MeterConfig config) {
    this.tx = tx;
    this.config = config;
  }

  /**
   * Compares the tenant's sealed hours with their holds, and appends a credit for each month in
   * which that changes what is to be paid. A month that is over is looked at again as long as it is
   * watched: what one of its hours is worth depends on all of them.
   *
   * @param span the hours that are compared
   * @param now when credits count from
   * @return hours that are not sealed though later ones are, since their holds were late: the
   *     caller seals them. Empty if somebody else appends to the chain, and nothing was done
   */
  Optional<List<Instant>> check(TenantId tenant, Due.Span span, Instant now) {
    return tx.call(
        tenant,
        config.longest(),
        connection -> {
          var end = ChainEnd.lockIfFree(connection, tenant, now);
          if (end.isEmpty()) {
            return Optional.empty();
          }
          var missing = new ArrayList<Instant>();
          var months = new TreeSet<YearMonth>();
          for (var changed : Sources.changed(connection, tenant, span.since())) {
            if (changed.missing()) {
              missing.add(changed.hour());
            } else {
              note(connection, tenant, changed);
              months.add(LedgerStore.month(changed.hour()));
            }
          }
          var before = LedgerStore.month(span.since());
          if (!before.equals(LedgerStore.month(span.cutoff()))) {
            months.add(before);
          }
          for (var month : months) {
            correct(connection, tenant, month, now, end.get());
          }
          end.get().store();
          checked(connection, tenant, span.cutoff());
          return Optional.of(missing);
        });
  }

  private static void correct(
      Connection connection, TenantId tenant, YearMonth month, Instant now, ChainEnd end)
      throws SQLException {
    var hours = hours(connection, tenant, month);
    if (hours.isEmpty()) {
      return;
    }
    var rows = LedgerStore.rows(connection, tenant, month);
    var sealed = Statement.of(rows, month);
    var corrected = Statement.of(corrected(connection, tenant, rows, hours), month);
    long more = corrected.totalMinor() - sealed.totalMinor() - credited(connection, tenant, month);
    if (more != 0) {
      end.add(new Row.Credit(now, month, more, sealed.currency(), Row.Credit.HOLDS));
      LOG.infof(
          "the ledger of %s for %s is corrected by %d %s (minor units)",
          tenant, month, more, sealed.currency());
    }
  }

  private static List<Row> corrected(
      Connection connection, TenantId tenant, List<Row> rows, Set<Instant> hours)
      throws SQLException {
    var corrected = new ArrayList<Row>();
    for (var row : rows) {
      if (!(row instanceof Row.Hold hold)
          || !hours.contains(hold.opened().truncatedTo(ChronoUnit.HOURS))) {
        corrected.add(row);
      }
    }
    for (var hour : hours) {
      HourHolds.each(connection, tenant, hour, corrected::add);
    }
    return corrected;
  }

  private static long credited(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    long sum = 0;
    for (var row : LedgerStore.credits(connection, tenant, month)) {
      if (row instanceof Row.Credit credit
          && credit.month().equals(month)
          && credit.reason().equals(Row.Credit.HOLDS)) {
        sum += credit.amountMinor();
      }
    }
    return sum;
  }

  private static void note(Connection connection, TenantId tenant, Sources.Changed changed)
      throws SQLException {
    try (var insert = connection.prepareStatement(NOTE)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, changed.hour().atOffset(ZoneOffset.UTC));
      insert.setLong(3, changed.source());
      insert.executeUpdate();
    }
  }

  /**
   * Those that were ever found to be others, of a month and of what its statement looks at before.
   */
  private static Set<Instant> hours(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    try (var select = connection.prepareStatement(HOURS)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, LedgerStore.start(month).minus(Statement.BEFORE));
      select.setObject(3, LedgerStore.start(month.plusMonths(1)));
      var hours = new HashSet<Instant>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          hours.add(row.getObject(1, OffsetDateTime.class).toInstant());
        }
      }
      return hours;
    }
  }

  private static void checked(Connection connection, TenantId tenant, Instant cutoff)
      throws SQLException {
    try (var update = connection.prepareStatement(CHECKED)) {
      update.setObject(1, cutoff.atOffset(ZoneOffset.UTC));
      update.setObject(2, tenant.uuid());
      update.executeUpdate();
    }
  }
}
