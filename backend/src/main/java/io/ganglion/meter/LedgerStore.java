package io.ganglion.meter;

import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Line;
import io.ganglion.ledger.Row;
import io.ganglion.ledger.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the ledger; called inside a tenant's transaction. */
final class LedgerStore {
  private static final String HOLDS =
      """
      SELECT line::text FROM ledger_row WHERE tenant_id = ? AND kind = 'hold' AND at >= ? AND at < ? ORDER BY seq
      """;
  private static final String OTHERS =
      """
      SELECT line::text FROM ledger_row
      WHERE tenant_id = ? AND kind IN ('capacity', 'plan', 'credit') AND at < ? ORDER BY seq
      """;
  private static final String CREDITS =
      """
      SELECT line::text FROM ledger_row WHERE tenant_id = ? AND kind = 'credit' AND at >= ? ORDER BY seq
      """;
  private static final String AFTER =
      "SELECT seq, line::text FROM ledger_row WHERE tenant_id = ? AND seq > ? ORDER BY seq LIMIT ?";
  private static final String ROOT = "SELECT seq, hash FROM ledger_head WHERE tenant_id = ?";
  private static final String DAYS =
      """
      SELECT day, seq, hash FROM ledger_day WHERE tenant_id = ? AND day < ? ORDER BY day DESC LIMIT ?
      """;

  /** Rows that are under way from the database at once. */
  private static final int FETCH = 2_000;

  private LedgerStore() {}

  /** A line and its number. */
  record Numbered(long seq, String text) {}

  /** What a month is charged by, and no more; see {@link Statement#of}. */
  static List<Row> rows(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    var rows = new ArrayList<Row>();
    try (var select = connection.prepareStatement(OTHERS)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, start(month.plusMonths(1)));
      read(select, rows);
    }
    try (var select = connection.prepareStatement(HOLDS)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, start(month).minus(Statement.BEFORE));
      select.setObject(3, start(month.plusMonths(1)));
      read(select, rows);
    }
    return rows;
  }

  /** Corrections since the month began; those of that month can't be older. */
  static List<Row> credits(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    var rows = new ArrayList<Row>();
    try (var select = connection.prepareStatement(CREDITS)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, start(month));
      read(select, rows);
    }
    return rows;
  }

  static List<Numbered> after(Connection connection, TenantId tenant, long seq, int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(AFTER)) {
      select.setObject(1, tenant.uuid());
      select.setLong(2, seq);
      select.setInt(3, limit);
      var lines = new ArrayList<Numbered>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          lines.add(new Numbered(row.getLong(1), row.getString(2)));
        }
      }
      return lines;
    }
  }

  static Optional<Ledgers.Root> root(Connection connection, TenantId tenant) throws SQLException {
    try (var select = connection.prepareStatement(ROOT)) {
      select.setObject(1, tenant.uuid());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Ledgers.Root(row.getLong(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  static List<Ledgers.Day> days(Connection connection, TenantId tenant, LocalDate before, int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(DAYS)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, before);
      select.setInt(3, limit);
      var days = new ArrayList<Ledgers.Day>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          days.add(
              new Ledgers.Day(
                  row.getObject(1, LocalDate.class),
                  new Ledgers.Root(row.getLong(2), row.getString(3))));
        }
      }
      return days;
    }
  }

  static OffsetDateTime start(YearMonth month) {
    return month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  /** The UTC month that an instant is in. */
  static YearMonth month(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }

  private static void read(PreparedStatement select, List<Row> into) throws SQLException {
    select.setFetchSize(FETCH);
    try (var row = select.executeQuery()) {
      while (row.next()) {
        into.add(Line.told(row.getString(1)));
      }
    }
  }
}
