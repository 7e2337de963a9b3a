package io.ganglion.trigger;

import io.ganglion.db.TenantRows;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.TriggerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of triggers as people see them; each call inside of a tenant's transaction. */
final class TriggerStore {
  private static final String COLUMNS =
      """
      SELECT t.id, t.name, t.connection_id, t.connector, t.poll, t.arguments, t.type, t.interval_ms, t.cursor, t.round,
        t.published, t.failures, t.error, t.waits, t.polled_at, t.paused_at, t.version, t.created_at,
        CASE WHEN d.due_at < 'infinity' THEN d.due_at END AS due_at
      FROM trigger t JOIN trigger_due d ON d.tenant_id = t.tenant_id AND d.trigger_id = t.id
      WHERE t.tenant_id = ?
      """;
  private static final TenantRows<Trigger> ROWS =
      new TenantRows<>(COLUMNS, "t.id", "FOR UPDATE OF t, d", TriggerStore::read);

  private static final String INSERT =
      """
      WITH made AS (
        INSERT INTO trigger (tenant_id, id, name, connection_id, connector, poll, arguments, type, interval_ms, cursor, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?::json, ?) RETURNING tenant_id, id)
      INSERT INTO trigger_due (tenant_id, trigger_id, due_at) SELECT tenant_id, id, now() FROM made
      """;
  private static final String CHANGE =
      """
      UPDATE trigger SET name = ?, interval_ms = ?, paused_at = ?, waits = NULL, version = version + 1
      WHERE tenant_id = ? AND id = ?
      """;

  /** Who reads it goes on to the end of its page; whether it is due is another's affair. */
  private static final String DUE =
      """
      UPDATE trigger_due SET due_at = CASE WHEN ? THEN least(coalesce(nullif(due_at, 'infinity'), now()), now() + make_interval(secs => ?))
        ELSE 'infinity' END
      WHERE tenant_id = ? AND trigger_id = ?
      """;

  private static final String DELETE = "DELETE FROM trigger WHERE tenant_id = ? AND id = ?";

  private TriggerStore() {}

  static Optional<Trigger> find(Connection connection, TenantId tenant, TriggerId id)
      throws SQLException {
    return ROWS.find(connection, tenant, id.uuid());
  }

  /** It stays locked to the end of the transaction. */
  static Optional<Trigger> lock(Connection connection, TenantId tenant, TriggerId id)
      throws SQLException {
    return ROWS.lock(connection, tenant, id.uuid());
  }

  /** Newest first. */
  static List<Trigger> page(
      Connection connection, TenantId tenant, Optional<TriggerId> before, int most)
      throws SQLException {
    return ROWS.page(connection, tenant, before.map(TriggerId::uuid), most);
  }

  /** Two requests at once may both be the last that is allowed; one more does no harm. */
  static long count(Connection connection, TenantId tenant) throws SQLException {
    return TenantRows.count(connection, tenant, "trigger");
  }

  /** Due at once. */
  static void insert(Connection connection, TenantId tenant, Trigger trigger) throws SQLException {
    var wanted = trigger.wanted();
    try (var insert = connection.prepareStatement(INSERT)) {
      bind(insert, 1, tenant, trigger.id());
      insert.setString(3, wanted.name());
      insert.setObject(4, wanted.connection().map(ConnectionId::uuid).orElse(null));
      insert.setString(5, trigger.connector());
      insert.setString(6, wanted.poll());
      insert.setString(7, Json.write(wanted.arguments()));
      insert.setString(8, wanted.type());
      insert.setLong(9, wanted.interval().toMillis());
      insert.setString(10, Json.write(trigger.progress().cursor()));
      insert.setObject(11, trigger.createdAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /** Due after the interval at the latest, or not at all while it is paused. */
  static void change(
      Connection connection,
      TenantId tenant,
      TriggerId id,
      String name,
      Duration interval,
      Optional<Instant> paused)
      throws SQLException {
    try (var change = connection.prepareStatement(CHANGE);
        var due = connection.prepareStatement(DUE)) {
      change.setString(1, name);
      change.setLong(2, interval.toMillis());
      change.setObject(3, paused.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
      bind(change, 4, tenant, id);
      change.executeUpdate();
      due.setBoolean(1, paused.isEmpty());
      due.setDouble(2, interval.toMillis() / 1e3);
      bind(due, 3, tenant, id);
      due.executeUpdate();
    }
  }

  static void delete(Connection connection, TenantId tenant, TriggerId id) throws SQLException {
    try (var delete = connection.prepareStatement(DELETE)) {
      bind(delete, 1, tenant, id);
      delete.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, int from, TenantId tenant, TriggerId id)
      throws SQLException {
    statement.setObject(from, tenant.uuid());
    statement.setObject(from + 1, id.uuid());
  }

  private static Trigger read(ResultSet row) throws SQLException {
    var error = row.getString("error");
    return new Trigger(
        new TriggerId(row.getObject("id", UUID.class)),
        new Trigger.Wanted(
            row.getString("name"),
            Optional.ofNullable(row.getObject("connection_id", UUID.class)).map(ConnectionId::new),
            row.getString("poll"),
            Json.read(row.getString("arguments")),
            row.getString("type"),
            Duration.ofMillis(row.getLong("interval_ms"))),
        row.getString("connector"),
        new Trigger.Progress(
            Json.read(row.getString("cursor")),
            row.getLong("round"),
            row.getLong("published"),
            row.getInt("failures"),
            error == null ? Optional.empty() : Optional.of(failure(error)),
            Optional.ofNullable(row.getString("waits")),
            instant(row, "polled_at"),
            instant(row, "due_at"),
            instant(row, "paused_at")),
        row.getLong("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Trigger.Failure failure(String json) {
    var error = Json.read(json);
    return new Trigger.Failure(
        error.path("status").asInt(),
        error.path("detail").asText(),
        Instant.parse(error.path("at").asText()));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
