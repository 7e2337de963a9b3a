package io.ganglion.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Terms;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of subscriptions; called inside a tenant's transaction. */
final class SubscriptionStore {
  private static final String FIND =
      """
      SELECT plan, prices, fee_interval, fee_minor, currency, burst_minor, burst_offered, trial_ends, trial_used, k, burst,
             burst_cap_minor, alert_month, alert_percent, balance_minor, customer, agreed_at, version
      FROM subscription WHERE tenant_id = ?
      """;
  private static final String INSERT =
      """
      INSERT INTO subscription (plan, prices, fee_interval, fee_minor, currency, burst_minor, burst_offered, trial_ends,
        trial_used, k, burst, burst_cap_minor, alert_month, alert_percent, balance_minor, customer, agreed_at, tenant_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String UPDATE =
      """
      UPDATE subscription SET plan = ?, prices = ?, fee_interval = ?, fee_minor = ?, currency = ?, burst_minor = ?,
        burst_offered = ?, trial_ends = ?, trial_used = ?, k = ?, burst = ?, burst_cap_minor = ?, alert_month = ?,
        alert_percent = ?, balance_minor = ?, customer = ?::json, agreed_at = ?, version = version + 1
      WHERE tenant_id = ?
      """;

  /** Neither what was told nor the balance is something that a caller has read and changes. */
  private static final String TELL =
      "UPDATE subscription SET alert_month = ?, alert_percent = ? WHERE tenant_id = ?";

  private static final String BALANCE =
      "UPDATE subscription SET balance_minor = ? WHERE tenant_id = ?";

  private SubscriptionStore() {}

  static Optional<Subscription> find(Connection connection, TenantId tenant) throws SQLException {
    return one(connection, FIND, tenant);
  }

  /** With its row locked to the end of the transaction. */
  static Optional<Subscription> locked(Connection connection, TenantId tenant) throws SQLException {
    return one(connection, FIND + " FOR UPDATE", tenant);
  }

  /** Whether it was not there. */
  static boolean insert(Connection connection, TenantId tenant, Subscription made)
      throws SQLException {
    return write(connection, INSERT, tenant, made) == 1;
  }

  static void update(Connection connection, TenantId tenant, Subscription changed)
      throws SQLException {
    write(connection, UPDATE, tenant, changed);
  }

  static void tell(Connection connection, TenantId tenant, YearMonth month, int percent)
      throws SQLException {
    try (var update = connection.prepareStatement(TELL)) {
      update.setDate(1, day(month));
      update.setInt(2, percent);
      update.setObject(3, tenant.uuid());
      update.executeUpdate();
    }
  }

  static void balance(Connection connection, TenantId tenant, long minor) throws SQLException {
    try (var update = connection.prepareStatement(BALANCE)) {
      update.setLong(1, minor);
      update.setObject(2, tenant.uuid());
      update.executeUpdate();
    }
  }

  private static int write(Connection connection, String sql, TenantId tenant, Subscription of)
      throws SQLException {
    try (var write = connection.prepareStatement(sql)) {
      int at = terms(write, of.terms(), of.burstOffered());
      write.setBoolean(++at, of.trialUsed());
      write.setInt(++at, of.allowance().k());
      write.setBoolean(++at, of.allowance().burst());
      write.setObject(++at, of.allowance().burstCapMinor(), Types.BIGINT);
      var told = of.alert().month();
      write.setDate(++at, told == null ? null : day(told));
      write.setInt(++at, of.alert().percent());
      write.setLong(++at, of.balanceMinor());
      write.setString(++at, Json.write(json(of.customer())));
      write.setTimestamp(++at, Timestamp.from(of.agreedAt()));
      write.setObject(++at, tenant.uuid());
      return write.executeUpdate();
    }
  }

  private static int terms(PreparedStatement write, Terms terms, boolean burst)
      throws SQLException {
    int at = 0;
    write.setString(++at, terms.plan());
    write.setString(++at, terms.prices());
    write.setString(++at, terms.interval().name().toLowerCase(Locale.ROOT));
    write.setLong(++at, terms.feeMinor());
    write.setString(++at, terms.currency());
    write.setLong(++at, terms.burstMinor());
    write.setBoolean(++at, burst);
    var trial = terms.trialEnds();
    write.setTimestamp(++at, trial == null ? null : Timestamp.from(trial));
    return at;
  }

  private static Optional<Subscription> one(Connection connection, String sql, TenantId tenant)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static Subscription read(ResultSet row) throws SQLException {
    var trial = row.getTimestamp("trial_ends");
    var terms =
        new Terms(
            row.getString("plan"),
            row.getString("prices"),
            Terms.Interval.valueOf(row.getString("fee_interval").toUpperCase(Locale.ROOT)),
            row.getLong("fee_minor"),
            row.getString("currency"),
            row.getLong("burst_minor"),
            trial == null ? null : trial.toInstant());
    long cap = row.getLong("burst_cap_minor");
    var capped = row.wasNull() ? null : (Long) cap;
    var told = row.getDate("alert_month");
    return new Subscription(
        terms,
        row.getBoolean("burst_offered"),
        new Allowance(row.getInt("k"), row.getBoolean("burst"), capped),
        row.getBoolean("trial_used"),
        new Subscription.Alert(
            told == null ? null : YearMonth.from(told.toLocalDate()), row.getInt("alert_percent")),
        row.getLong("balance_minor"),
        customer(Json.read(row.getString("customer"))),
        instant(row, "agreed_at"),
        row.getLong("version"));
  }

  static Date day(YearMonth month) {
    return Date.valueOf(month.atDay(1));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  static ObjectNode json(Customer customer) {
    return Json.object()
        .put("name", customer.name())
        .put("address", customer.address())
        .put("tax_id", customer.taxId())
        .put("email", customer.email());
  }

  static Customer customer(JsonNode json) {
    return new Customer(
        text(json, "name"), text(json, "address"), text(json, "tax_id"), text(json, "email"));
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.path(name).textValue();
  }
}
