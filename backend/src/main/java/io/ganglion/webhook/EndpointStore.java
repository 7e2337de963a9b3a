package io.ganglion.webhook;

import io.ganglion.kernel.EndpointId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Rows of endpoints and their lanes; each call inside of a tenant's transaction. */
final class EndpointStore {
  private static final String COLUMNS =
      """
      SELECT e.id, e.url, e.description, e.types, e.ordered, e.signature, e.reason, e.version, e.created_at,
        l.failures, l.failing_since, CASE WHEN l.rests_until > now() THEN l.rests_until END AS rests_until, l.waiting, k.keys
      FROM webhook_endpoint e JOIN webhook_lane l ON l.tenant_id = e.tenant_id AND l.endpoint_id = e.id
      CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_array(s.generation, s.public_key, round(extract(epoch FROM s.created_at) * 1000),
                                                  round(extract(epoch FROM s.expires_at) * 1000)) ORDER BY s.generation DESC), '[]') AS keys
        FROM webhook_secret s
        WHERE s.tenant_id = e.tenant_id AND s.owner_id = e.id AND (s.expires_at IS NULL OR s.expires_at > now())) k
      WHERE e.tenant_id = ? AND e.deleted_at IS NULL
      """;
  private static final String ONE = COLUMNS + " AND e.id = ?";
  private static final String LOCK = ONE + " FOR UPDATE OF e";
  private static final String PAGE =
      COLUMNS + " AND (?::uuid IS NULL OR e.id < ?) ORDER BY e.id DESC LIMIT ?";
  private static final String COUNT =
      "SELECT count(*) FROM webhook_endpoint WHERE tenant_id = ? AND deleted_at IS NULL";
  private static final String ENROL =
      "INSERT INTO webhook_tenant (tenant_id) VALUES (?) ON CONFLICT (tenant_id) DO UPDATE SET"
          + " tenant_id = excluded.tenant_id";
  private static final String INSERT =
      """
      INSERT INTO webhook_endpoint (tenant_id, id, url, description, types, ordered, signature, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LANE =
      "INSERT INTO webhook_lane (tenant_id, endpoint_id) VALUES (?, ?)";
  private static final String CHANGE =
      """
      UPDATE webhook_endpoint SET url = ?, description = ?, types = ?, ordered = ?, version = version + 1
      WHERE tenant_id = ? AND id = ?
      """;
  private static final String DISABLE =
      """
      UPDATE webhook_endpoint SET disabled_at = now(), reason = ?, version = version + 1
      WHERE tenant_id = ? AND id = ? AND disabled_at IS NULL AND deleted_at IS NULL
      """;
  private static final String ENABLE =
      """
      UPDATE webhook_endpoint SET disabled_at = NULL, reason = NULL, version = version + 1
      WHERE tenant_id = ? AND id = ? AND disabled_at IS NOT NULL
      """;

  /** An enabled endpoint begins anew. */
  private static final String REST =
      """
      UPDATE webhook_lane SET wide = 1, failures = 0, failing_since = NULL, rests_until = NULL
      WHERE tenant_id = ? AND endpoint_id = ?
      """;

  /** What is on its way is on its way no more. The lane's row comes first, as everywhere. */
  private static final String IDLE =
      "UPDATE webhook_lane SET due_at = 'infinity', waiting = 0 WHERE tenant_id = ? AND endpoint_id"
          + " = ?";

  private static final String GIVE_UP =
      """
      UPDATE webhook_delivery SET state = 'failed', reason = 'the endpoint is disabled', ended_at = now(), leased_until = NULL
      WHERE tenant_id = ? AND endpoint_id = ? AND state = 'pending'
      """;
  private static final String DELETE_LANE =
      "DELETE FROM webhook_lane WHERE tenant_id = ? AND endpoint_id = ?";
  private static final String DELETE =
      "UPDATE webhook_endpoint SET deleted_at = now() WHERE tenant_id = ? AND id = ?";

  private EndpointStore() {}

  static Optional<Endpoint> find(Connection connection, TenantId tenant, EndpointId id)
      throws SQLException {
    return one(connection, ONE, tenant, id);
  }

  /** Its row stays locked to the end of the transaction. */
  static Optional<Endpoint> lock(Connection connection, TenantId tenant, EndpointId id)
      throws SQLException {
    return one(connection, LOCK, tenant, id);
  }

  private static Optional<Endpoint> one(
      Connection connection, String sql, TenantId tenant, EndpointId id) throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      bind(select, 1, tenant, id);
      return read(select).stream().findFirst();
    }
  }

  /** Newest first. */
  static List<Endpoint> page(
      Connection connection, TenantId tenant, Optional<EndpointId> before, int most)
      throws SQLException {
    try (var select = connection.prepareStatement(PAGE)) {
      var at = before.map(EndpointId::uuid).orElse(null);
      select.setObject(1, tenant.uuid());
      select.setObject(2, at);
      select.setObject(3, at);
      select.setInt(4, most);
      return read(select);
    }
  }

  /** Locks the tenant's row, so that two requests can't both be the last that is allowed. */
  static long enrol(Connection connection, TenantId tenant) throws SQLException {
    try (var enrol = connection.prepareStatement(ENROL);
        var count = connection.prepareStatement(COUNT)) {
      enrol.setObject(1, tenant.uuid());
      enrol.executeUpdate();
      count.setObject(1, tenant.uuid());
      try (var row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  static void insert(
      Connection connection,
      TenantId tenant,
      EndpointId id,
      Endpoint.Wanted wanted,
      SigningKey.Kind signature,
      Instant now)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT);
        var lane = connection.prepareStatement(LANE)) {
      bind(insert, 1, tenant, id);
      insert.setString(3, wanted.url());
      insert.setString(4, wanted.description());
      insert.setArray(5, connection.createArrayOf("text", wanted.types().toArray()));
      insert.setBoolean(6, wanted.ordered());
      insert.setString(7, signature.text());
      insert.setObject(8, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
      bind(lane, 1, tenant, id);
      lane.executeUpdate();
    }
  }

  static void change(Connection connection, TenantId tenant, EndpointId id, Endpoint.Wanted wanted)
      throws SQLException {
    try (var change = connection.prepareStatement(CHANGE)) {
      change.setString(1, wanted.url());
      change.setString(2, wanted.description());
      change.setArray(3, connection.createArrayOf("text", wanted.types().toArray()));
      change.setBoolean(4, wanted.ordered());
      bind(change, 5, tenant, id);
      change.executeUpdate();
    }
  }

  static void enable(Connection connection, TenantId tenant, EndpointId id) throws SQLException {
    run(connection, ENABLE, tenant, id);
    run(connection, REST, tenant, id);
  }

  /**
   * Whatever is on its way fails.
   *
   * @return whether it was enabled
   */
  static boolean disable(
      Connection connection, TenantId tenant, EndpointId id, Endpoint.Reason reason)
      throws SQLException {
    try (var disable = connection.prepareStatement(DISABLE)) {
      disable.setString(1, reason.name().toLowerCase(Locale.ROOT));
      bind(disable, 2, tenant, id);
      if (disable.executeUpdate() == 0) {
        return false;
      }
    }
    run(connection, IDLE, tenant, id);
    run(connection, GIVE_UP, tenant, id);
    return true;
  }

  static void delete(Connection connection, TenantId tenant, EndpointId id) throws SQLException {
    run(connection, IDLE, tenant, id);
    run(connection, GIVE_UP, tenant, id);
    run(connection, DELETE_LANE, tenant, id);
    run(connection, DELETE, tenant, id);
  }

  private static void run(Connection connection, String sql, TenantId tenant, EndpointId id)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, 1, tenant, id);
      statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, int from, TenantId tenant, EndpointId id)
      throws SQLException {
    statement.setObject(from, tenant.uuid());
    statement.setObject(from + 1, id.uuid());
  }

  private static List<Endpoint> read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Endpoint>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        found.add(endpoint(row));
      }
    }
    return found;
  }

  private static List<Endpoint.Key> keys(String json) {
    var keys = new ArrayList<Endpoint.Key>();
    for (var one : Json.read(json)) {
      keys.add(
          new Endpoint.Key(
              one.path(0).asInt(),
              Optional.ofNullable(one.path(1).textValue()),
              Instant.ofEpochMilli(one.path(2).asLong()),
              one.path(3).isNull()
                  ? Optional.empty()
                  : Optional.of(Instant.ofEpochMilli(one.path(3).asLong()))));
    }
    return keys;
  }

  private static Endpoint endpoint(ResultSet row) throws SQLException {
    return new Endpoint(
        new EndpointId(row.getObject("id", UUID.class)),
        new Endpoint.Wanted(
            row.getString("url"),
            row.getString("description"),
            List.of((String[]) row.getArray("types").getArray()),
            row.getBoolean("ordered")),
        SigningKey.Kind.of(row.getString("signature")),
        Optional.ofNullable(row.getString("reason"))
            .map(it -> Endpoint.Reason.valueOf(it.toUpperCase(Locale.ROOT))),
        keys(row.getString("keys")),
        new Endpoint.Standing(
            row.getInt("failures"),
            Keyring.instant(row, "failing_since"),
            Keyring.instant(row, "rests_until")),
        row.getLong("waiting"),
        row.getLong("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
