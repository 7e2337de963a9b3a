package io.ganglion.billing;

import io.ganglion.kernel.InvoiceId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Rows of invoices; called inside a tenant's transaction. */
final class InvoiceStore {
  private static final String COLUMNS =
      """
      SELECT id, kind, number, label, month, about, state, drawn_minor, due_minor, document, issued_at, due_at,
             settled_at, settled_by, reference, version
      FROM invoice WHERE tenant_id = ?
      """;
  private static final String INSERT =
      """
      INSERT INTO invoice (tenant_id, id, kind, issuer, number, label, month, about, state, currency, total_minor,
        drawn_minor, due_minor, document, issued_at, due_at, settled_at, settled_by, reference)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?)
      """;
  private static final String SETTLE =
      """
      UPDATE invoice SET state = ?, settled_at = ?, settled_by = ?, reference = ?, version = version + 1
      WHERE tenant_id = ? AND id = ?
      """;

  private InvoiceStore() {}

  /** The next number of a series; where the transaction rolls back it is free again. */
  static long nextNumber(Connection connection, String series) throws SQLException {
    try (var next = connection.prepareStatement("SELECT ganglion_next_invoice(?)")) {
      next.setString(1, series);
      try (var row = next.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  static void insert(Connection connection, TenantId tenant, String series, Invoice made)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      int at = 0;
      insert.setObject(++at, tenant.uuid());
      insert.setObject(++at, made.id().uuid());
      insert.setString(++at, made.kind().text());
      insert.setString(++at, series);
      insert.setLong(++at, made.number());
      insert.setString(++at, made.label());
      insert.setDate(++at, SubscriptionStore.day(made.month()));
      insert.setObject(++at, made.about().map(InvoiceId::uuid).orElse(null));
      insert.setString(++at, made.state().text());
      insert.setString(++at, made.document().currency());
      insert.setLong(++at, made.totalMinor());
      insert.setLong(++at, made.drawnMinor());
      insert.setLong(++at, made.dueMinor());
      insert.setString(++at, made.document().stored());
      insert.setTimestamp(++at, Timestamp.from(made.issuedAt()));
      insert.setTimestamp(++at, Timestamp.from(made.dueAt()));
      settlement(insert, at, made.settlement());
      insert.executeUpdate();
    }
  }

  static void settle(
      Connection connection,
      TenantId tenant,
      InvoiceId id,
      Invoice.State state,
      Optional<Invoice.Settlement> how)
      throws SQLException {
    try (var update = connection.prepareStatement(SETTLE)) {
      update.setString(1, state.text());
      settlement(update, 1, how);
      update.setObject(5, tenant.uuid());
      update.setObject(6, id.uuid());
      update.executeUpdate();
    }
  }

  private static void settlement(
      PreparedStatement write, int before, Optional<Invoice.Settlement> how) throws SQLException {
    int at = before;
    write.setTimestamp(++at, how.map(one -> Timestamp.from(one.at())).orElse(null));
    write.setString(++at, how.map(Invoice.Settlement::by).orElse(null));
    write.setString(++at, how.map(Invoice.Settlement::reference).orElse(null));
  }

  static Optional<Invoice> find(Connection connection, TenantId tenant, InvoiceId id)
      throws SQLException {
    return byId(connection, tenant, id, "");
  }

  static Optional<Invoice> locked(Connection connection, TenantId tenant, InvoiceId id)
      throws SQLException {
    return byId(connection, tenant, id, " FOR UPDATE");
  }

  private static Optional<Invoice> byId(
      Connection connection, TenantId tenant, InvoiceId id, String lock) throws SQLException {
    try (var select = connection.prepareStatement(COLUMNS + "AND id = ?" + lock)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, id.uuid());
      return read(select).stream().findFirst();
    }
  }

  /** The one that closed a month. */
  static Optional<Invoice> of(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    try (var select = connection.prepareStatement(COLUMNS + "AND month = ? AND kind = 'invoice'")) {
      select.setObject(1, tenant.uuid());
      select.setDate(2, SubscriptionStore.day(month));
      return read(select).stream().findFirst();
    }
  }

  /** Newest first. */
  static List<Invoice> list(
      Connection connection, TenantId tenant, int limit, Optional<InvoiceId> before)
      throws SQLException {
    var after = before.isPresent() ? "AND id < ? " : "";
    try (var select = connection.prepareStatement(COLUMNS + after + "ORDER BY id DESC LIMIT ?")) {
      int at = 0;
      select.setObject(++at, tenant.uuid());
      if (before.isPresent()) {
        select.setObject(++at, before.get().uuid());
      }
      select.setInt(++at, limit);
      return read(select);
    }
  }

  /** Those that wait for money, the oldest first. */
  static List<Invoice> waiting(Connection connection, TenantId tenant) throws SQLException {
    try (var select =
        connection.prepareStatement(
            COLUMNS + "AND state IN ('open', 'overdue') ORDER BY due_at, id LIMIT 1000")) {
      select.setObject(1, tenant.uuid());
      return read(select);
    }
  }

  /** What credit notes of an invoice come to: not above zero. */
  static long credited(Connection connection, TenantId tenant, InvoiceId about)
      throws SQLException {
    try (var sum =
        connection.prepareStatement(
            "SELECT coalesce(sum(total_minor), 0) FROM invoice WHERE tenant_id = ? AND about = ?")) {
      sum.setObject(1, tenant.uuid());
      sum.setObject(2, about.uuid());
      try (var row = sum.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<Invoice> read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Invoice>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        found.add(invoice(row));
      }
    }
    return found;
  }

  private static Invoice invoice(ResultSet row) throws SQLException {
    var settled = row.getTimestamp("settled_at");
    return new Invoice(
        new InvoiceId(row.getObject("id", UUID.class)),
        Invoice.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getLong("number"),
        row.getString("label"),
        YearMonth.from(row.getDate("month").toLocalDate()),
        Optional.ofNullable(row.getObject("about", UUID.class)).map(InvoiceId::new),
        Invoice.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Document.read(row.getString("document")),
        row.getLong("drawn_minor"),
        row.getLong("due_minor"),
        SubscriptionStore.instant(row, "issued_at"),
        SubscriptionStore.instant(row, "due_at"),
        settled == null
            ? Optional.empty()
            : Optional.of(
                new Invoice.Settlement(
                    settled.toInstant(), row.getString("settled_by"), row.getString("reference"))),
        row.getLong("version"));
  }
}
