package io.ganglion.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Accounts at simulated platforms. */
@ApplicationScoped
public class Accounts {
  private final TenantTx tx;

  Accounts(TenantTx tx) {
    this.tx = tx;
  }

  /**
   * A new account.
   *
   * @param connection {@code connector}, {@code environment} and {@code credentials} for a
   *     connection to it; the credentials can't be read again
   */
  public record Account(Platform platform, String account, JsonNode connection) {}

  /**
   * Where in the laboratory an account stands.
   *
   * @param world the trial's
   * @param part what the scenario calls it
   */
  public record Place(UUID world, String part) {}

  /** An account as the list shows it. */
  public record Listed(Platform platform, String account, Instant createdAt) {}

  /** What a simulator needs of an account. */
  record Row(
      String account, String credentialHash, ObjectNode state, Instant now, Optional<UUID> world) {}

  /** Opens an account with fresh credentials. */
  public Account open(TenantId tenant, Platform platform) {
    return open(tenant, platform, Optional.empty());
  }

  /**
   * As {@link #open(TenantId, Platform)}, in a world: only the world's faults strike it, and lists
   * don't show it. Joins a transaction that is under way.
   */
  public Account open(TenantId tenant, Platform platform, Place place) {
    return open(tenant, platform, Optional.of(place));
  }

  /** The newest account of each part of a world, by the part's name. */
  public Map<String, String> ofWorld(TenantId tenant, UUID world) {
    return tx.call(
        tenant,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  """
                  SELECT part, account FROM lab_account WHERE tenant_id = ? AND world = ?
                  ORDER BY created_at
                  """)) {
            select.setObject(1, tenant.uuid());
            select.setObject(2, world);
            var found = new TreeMap<String, String>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.put(row.getString(1), row.getString(2));
              }
            }
            return found;
          }
        });
  }

  /** Takes a world's accounts out of service; what is in their journals stays. */
  public void close(TenantId tenant, UUID world) {
    tx.run(
        tenant,
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "UPDATE lab_account SET credential_hash = '' WHERE tenant_id = ? AND world = ?")) {
            update.setObject(1, tenant.uuid());
            update.setObject(2, world);
            update.executeUpdate();
          }
        });
  }

  private Account open(TenantId tenant, Platform platform, Optional<Place> place) {
    return tx.call(
        tenant,
        connection -> {
          var opening = Openings.of(platform, number(connection));
          var token = Token.fresh(tenant, opening.name());
          insert(connection, tenant, platform, opening, token, place);
          var settings = Json.object().put("connector", platform.word()).put("environment", "lab");
          settings.set("credentials", opening.credentials().apply(token.text()));
          return new Account(platform, opening.name(), settings);
        });
  }

  /** A page of the tenant's accounts, by platform and account. */
  public Page<Listed> page(TenantId tenant, Page.Request request) {
    var after = request.cursor().orElse(" ").split(" ", 2);
    var accounts =
        tx.call(
            tenant,
            connection -> {
              try (var select =
                  connection.prepareStatement(
                      "SELECT platform, account, created_at FROM lab_account"
                          + " WHERE tenant_id = ? AND world IS NULL AND (platform, account) > (?, ?)"
                          + " ORDER BY platform, account LIMIT ?")) {
                select.setObject(1, tenant.uuid());
                select.setString(2, after[0]);
                select.setString(3, after.length > 1 ? after[1] : "");
                select.setInt(4, request.limit() + 1);
                return listed(select.executeQuery());
              }
            });
    if (accounts.size() <= request.limit()) {
      return new Page<>(accounts, Optional.empty());
    }
    var data = accounts.subList(0, request.limit());
    var last = data.getLast();
    return new Page<>(data, Optional.of(last.platform().word() + " " + last.account()));
  }

  private static List<Listed> listed(ResultSet row) throws SQLException {
    var accounts = new ArrayList<Listed>();
    while (row.next()) {
      accounts.add(
          new Listed(
              Platform.of(row.getString(1)).orElseThrow(),
              row.getString(2),
              row.getTimestamp(3).toInstant()));
    }
    return accounts;
  }

  /**
   * Finds the account that a token names, whether or not it proves anything.
   *
   * @param lock whether other calls on it wait until this transaction ends
   */
  static Optional<Row> find(Connection connection, Platform platform, Token token, boolean lock)
      throws SQLException {
    var sql =
        "SELECT credential_hash, state, clock_timestamp(), world FROM lab_account"
            + " WHERE tenant_id = ? AND platform = ? AND account = ?"
            + (lock ? " FOR UPDATE" : "");
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, token.tenant().uuid());
      select.setString(2, platform.word());
      select.setString(3, token.account());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Row(
                    token.account(),
                    row.getString(1),
                    (ObjectNode) Json.read(row.getString(2)),
                    row.getTimestamp(3).toInstant(),
                    Optional.ofNullable(row.getObject(4, UUID.class))))
            : Optional.empty();
      }
    }
  }

  static void remember(Connection connection, Platform platform, Token token, ObjectNode state)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE lab_account SET state = ?::jsonb
            WHERE tenant_id = ? AND platform = ? AND account = ?
            """)) {
      update.setString(1, Json.write(state));
      update.setObject(2, token.tenant().uuid());
      update.setString(3, platform.word());
      update.setString(4, token.account());
      update.executeUpdate();
    }
  }

  private static long number(Connection connection) throws SQLException {
    try (var next = connection.prepareStatement("SELECT nextval('lab_number')");
        var row = next.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void insert(
      Connection connection,
      TenantId tenant,
      Platform platform,
      Opening opening,
      Token token,
      Optional<Place> place)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO lab_account (tenant_id, platform, account, credential_hash, state, world, part)
            VALUES (?, ?, ?, ?, ?::jsonb, ?, ?)
            """)) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, platform.word());
      insert.setString(3, opening.name());
      insert.setString(4, token.hash());
      insert.setString(5, Json.write(opening.state()));
      insert.setObject(6, place.map(Place::world).orElse(null));
      insert.setString(7, place.map(Place::part).orElse(null));
      insert.executeUpdate();
    }
  }
}
