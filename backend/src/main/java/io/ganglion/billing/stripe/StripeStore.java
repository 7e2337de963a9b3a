package io.ganglion.billing.stripe;

import io.ganglion.billing.BillingClock;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of Stripe; called inside a tenant's transaction. */
final class StripeStore {
  private static final String HOURS =
      " FROM stripe_meter_event WHERE tenant_id = ? AND hour >= ? AND hour < ?";
  private static final String COMPARED =
      """
      INSERT INTO stripe_reconciliation (tenant_id, month, at, ledger_minor, sent_minor, metered_minor, due_minor, paid_minor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (tenant_id, month) DO UPDATE SET at = excluded.at, ledger_minor = excluded.ledger_minor,
        sent_minor = excluded.sent_minor, metered_minor = excluded.metered_minor, due_minor = excluded.due_minor,
        paid_minor = excluded.paid_minor
      """;

  private StripeStore() {}

  /**
   * @param subscription null until a checkout was completed
   */
  record Account(String customer, @Nullable String subscription, @Nullable String status) {
    boolean subscribed() {
      return subscription != null && !"canceled".equals(status);
    }
  }

  /** What an hour came to, and whether Stripe has it. */
  record Hour(long minor, boolean sent) {}

  /** What was paid at Stripe. */
  record Payment(String id, YearMonth month, long minor, String currency) {}

  static Optional<Account> account(Connection connection, TenantId tenant) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT customer, subscription, status FROM stripe_account WHERE tenant_id = ?")) {
      select.setObject(1, tenant.uuid());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Account(row.getString(1), row.getString(2), row.getString(3)))
            : Optional.empty();
      }
    }
  }

  /** The first one stays. */
  static void addCustomer(Connection connection, TenantId tenant, String customer)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO stripe_account (tenant_id, customer) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, customer);
      insert.executeUpdate();
    }
  }

  static void subscribe(Connection connection, TenantId tenant, String subscription, String status)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE stripe_account SET subscription = ?, status = ? WHERE tenant_id = ?")) {
      update.setString(1, subscription);
      update.setString(2, status);
      update.setObject(3, tenant.uuid());
      update.executeUpdate();
    }
  }

  /** Whether the event is new. */
  static boolean take(Connection connection, TenantId tenant, String id, String type, Instant now)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO stripe_event (tenant_id, id, type, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, id);
      insert.setString(3, type);
      insert.setTimestamp(4, Timestamp.from(now));
      return insert.executeUpdate() == 1;
    }
  }

  /** What was told of the month's hours before this one, sent or not. */
  static long before(Connection connection, TenantId tenant, YearMonth month, Instant hour)
      throws SQLException {
    return sum(
        connection,
        "SELECT coalesce(sum(amount_minor), 0)" + HOURS,
        tenant,
        BillingClock.start(month),
        hour);
  }

  /** What Stripe said that it has of a month. */
  static long sent(Connection connection, TenantId tenant, YearMonth month) throws SQLException {
    return sum(
        connection,
        "SELECT coalesce(sum(amount_minor) FILTER (WHERE sent_at IS NOT NULL), 0)" + HOURS,
        tenant,
        BillingClock.start(month),
        BillingClock.end(month));
  }

  private static long sum(
      Connection connection, String sql, TenantId tenant, Instant from, Instant to)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setTimestamp(2, Timestamp.from(from));
      select.setTimestamp(3, Timestamp.from(to));
      return number(select);
    }
  }

  private static long number(PreparedStatement select) throws SQLException {
    try (var row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static Optional<Hour> hour(Connection connection, TenantId tenant, Instant hour)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT amount_minor, sent_at IS NOT NULL FROM stripe_meter_event WHERE tenant_id = ? AND hour = ?")) {
      select.setObject(1, tenant.uuid());
      select.setTimestamp(2, Timestamp.from(hour));
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Hour(row.getLong(1), row.getBoolean(2)))
            : Optional.empty();
      }
    }
  }

  /** Once; what was written first stays. */
  static void addHour(Connection connection, TenantId tenant, Instant hour, long minor)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO stripe_meter_event (tenant_id, hour, amount_minor) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
      insert.setObject(1, tenant.uuid());
      insert.setTimestamp(2, Timestamp.from(hour));
      insert.setLong(3, minor);
      insert.executeUpdate();
    }
  }

  static void sent(Connection connection, TenantId tenant, Instant hour, Instant now)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE stripe_meter_event SET sent_at = ? WHERE tenant_id = ? AND hour = ?")) {
      update.setTimestamp(1, Timestamp.from(now));
      update.setObject(2, tenant.uuid());
      update.setTimestamp(3, Timestamp.from(hour));
      update.executeUpdate();
    }
  }

  static void add(Connection connection, TenantId tenant, Payment paid, Instant now)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO stripe_payment (tenant_id, id, month, amount_minor, currency, at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, paid.id());
      insert.setDate(3, Date.valueOf(paid.month().atDay(1)));
      insert.setLong(4, paid.minor());
      insert.setString(5, paid.currency());
      insert.setTimestamp(6, Timestamp.from(now));
      insert.executeUpdate();
    }
  }

  static long paid(Connection connection, TenantId tenant, YearMonth month, String currency)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT coalesce(sum(amount_minor), 0) FROM stripe_payment WHERE tenant_id = ? AND month = ? AND currency = ?")) {
      select.setObject(1, tenant.uuid());
      select.setDate(2, Date.valueOf(month.atDay(1)));
      select.setString(3, currency);
      return number(select);
    }
  }

  /** By which of Stripe's invoices a month was paid, the last one. */
  static Optional<String> payment(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT id FROM stripe_payment WHERE tenant_id = ? AND month = ? ORDER BY at DESC, id LIMIT 1")) {
      select.setObject(1, tenant.uuid());
      select.setDate(2, Date.valueOf(month.atDay(1)));
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  static void compared(Connection connection, TenantId tenant, Comparison found)
      throws SQLException {
    try (var insert = connection.prepareStatement(COMPARED)) {
      insert.setObject(1, tenant.uuid());
      insert.setDate(2, Date.valueOf(found.month().atDay(1)));
      insert.setTimestamp(3, Timestamp.from(found.at()));
      insert.setLong(4, found.ledgerMinor());
      insert.setLong(5, found.sentMinor());
      insert.setLong(6, found.meteredMinor());
      insert.setLong(7, found.dueMinor());
      insert.setLong(8, found.paidMinor());
      insert.executeUpdate();
    }
  }
}
