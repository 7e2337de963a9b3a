package io.ganglion.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One call on one account: its state, objects and journal within one transaction. */
public final class Scene {
  private final Connection connection;
  private final TenantId tenant;
  private final Platform platform;
  private final String account;
  private final ObjectNode state;
  private final Instant now;
  private final Twist twist;

  /**
   * What a fault adds to a call that is otherwise served.
   *
   * @param lag how long reads don't show what this call makes
   * @param mining how long a transaction of this call stays pending
   * @param jump whether prices are off
   */
  record Twist(Duration lag, Duration mining, boolean jump) {
    static final Twist NONE = new Twist(Duration.ZERO, Duration.ZERO, false);

    /** What a jump makes of a price. */
    private static final BigDecimal JUMP = new BigDecimal("1.1");
  }

  Scene(Connection connection, TenantId tenant, Platform platform, Accounts.Row row, Twist twist) {
    this.connection = connection;
    this.tenant = tenant;
    this.platform = platform;
    this.account = row.account();
    this.state = row.state().deepCopy();
    this.now = row.now();
    this.twist = twist;
  }

  public TenantId tenant() {
    return tenant;
  }

  public String account() {
    return account;
  }

  /** The database's time of this call. */
  public Instant now() {
    return now;
  }

  /** How long transactions of this call stay pending before a block takes them. */
  public Duration miningDelay() {
    return twist.mining();
  }

  /** A price as this call meets it. */
  public BigDecimal price(BigDecimal walked) {
    return twist.jump()
        ? walked.multiply(Twist.JUMP).setScale(walked.scale(), RoundingMode.HALF_UP)
        : walked;
  }

  /** The account's memory; changes are kept when the platform's calls are serial. */
  public ObjectNode state() {
    return state;
  }

  /** The account whose state has this text; empty if there is none. */
  public Optional<String> accountWith(String member, String value) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT account FROM lab_account
            WHERE tenant_id = ? AND platform = ? AND state ->> ?::text = ? LIMIT 1
            """)) {
      select.setObject(1, tenant.uuid());
      select.setString(2, platform.word());
      select.setString(3, member);
      select.setString(4, value);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  public Objects objects() {
    return objects(account);
  }

  /** What another account, or a thing that accounts share, holds. */
  public Objects objects(String owner) {
    return new Objects(connection, tenant, platform, owner, now, twist.lag());
  }

  /** What another platform keeps for this tenant: pictures have one shelf, whoever draws them. */
  public Objects objects(Platform other, String owner) {
    return new Objects(connection, tenant, other, owner, now, twist.lag());
  }

  /** A number never given before in the whole laboratory. */
  public long number() throws SQLException {
    try (var next = connection.prepareStatement("SELECT nextval('lab_number')");
        var row = next.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Writes what happened; it commits with the effect or not at all. */
  public void journal(String kind, String reference, JsonNode payload) throws SQLException {
    journal(account, kind, reference, payload);
  }

  /** As above, for an effect of another account that this call brought about. */
  public void journal(String whose, String kind, String reference, JsonNode payload)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO lab_entry (tenant_id, platform, account, kind, reference, payload, at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::timestamptz)
            """)) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, platform.word());
      insert.setString(3, whose);
      insert.setString(4, kind);
      insert.setString(5, reference);
      insert.setString(6, Json.write(payload));
      insert.setString(7, now.toString());
      insert.executeUpdate();
    }
  }
}
