package io.ganglion.webhook;

import io.ganglion.kernel.EndpointId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.RunId;
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
import org.jspecify.annotations.Nullable;

/** What callers read and write of messages and deliveries; inside of a tenant's transaction. */
final class MessageStore {
  private static final String MESSAGES =
      "SELECT id, run_id, type, body, at FROM webhook_message WHERE tenant_id = ?";
  private static final String ONE = MESSAGES + " AND id = ?";
  private static final String PAGE =
      MESSAGES
          + " AND (?::text IS NULL OR type = ?) AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC"
          + " LIMIT ?";

  /** Tries that are shown of a delivery. */
  private static final int SHOWN = 20;

  private static final String DELIVERIES =
      """
      SELECT d.message_id, m.type, d.state, d.attempts, d.reason, d.created_at, d.ended_at,
        CASE WHEN d.state = 'pending' AND d.leased_until IS NULL THEN d.due_at END AS due_at, a.tries
      FROM webhook_delivery d JOIN webhook_message m ON m.tenant_id = d.tenant_id AND m.id = d.message_id
      CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_array(t.attempt, round(extract(epoch FROM t.at) * 1000), t.took_ms, t.status, t.reason, t.answer_bytes)
                                 ORDER BY t.attempt), '[]') AS tries
        FROM (SELECT * FROM webhook_attempt w
              WHERE w.tenant_id = d.tenant_id AND w.endpoint_id = d.endpoint_id AND w.message_id = d.message_id
              ORDER BY w.attempt DESC LIMIT %d) t) a
      WHERE d.tenant_id = ? AND d.endpoint_id = ? AND (?::text IS NULL OR d.state = ?) AND (?::uuid IS NULL OR d.message_id < ?)
      ORDER BY d.message_id DESC LIMIT ?
      """
          .formatted(SHOWN);
  private static final String TEST =
      """
      INSERT INTO webhook_message (tenant_id, id, type, body) VALUES (?, ?, ?, ?::json) ON CONFLICT DO NOTHING
      """;

  /**
   * Puts messages on their way anew, or for the first time; those under way are left as they are.
   * What was deleted meanwhile is not there to be found.
   */
  private static final String REPLAY =
      """
      WITH chosen AS (
        SELECT m.id, coalesce(m.seq, 0) AS seq, m.run_id FROM webhook_message m
        LEFT JOIN webhook_delivery d ON d.tenant_id = m.tenant_id AND d.endpoint_id = ? AND d.message_id = m.id
        WHERE m.tenant_id = ? AND d.state IS DISTINCT FROM 'pending' %s ORDER BY m.id LIMIT ?),
      sent AS (
        INSERT INTO webhook_delivery AS d (tenant_id, endpoint_id, message_id, seq, run_id)
        SELECT ?, ?, id, seq, run_id FROM chosen
        ON CONFLICT (tenant_id, endpoint_id, message_id) DO UPDATE
        SET state = 'pending', base = d.attempts, due_at = now(), reason = NULL, ended_at = NULL, leased_until = NULL
        WHERE d.state <> 'pending' RETURNING 1)
      SELECT count(*) FROM sent
      """;

  private static final String THIS = REPLAY.formatted("AND m.id = ?");
  private static final String FAILED = REPLAY.formatted("AND d.state = 'failed'");
  private static final String RANGE =
      REPLAY.formatted(
          "AND m.at >= ? AND m.at < ? AND (cardinality(?::text[]) = 0 OR m.type = ANY (?))");

  /** Locks the lane before its deliveries, as everywhere. */
  private static final String LOCK =
      "SELECT FROM webhook_lane WHERE tenant_id = ? AND endpoint_id = ? FOR UPDATE";

  private static final String WAKE =
      """
      UPDATE webhook_lane SET due_at = greatest(least(due_at, now()), coalesce(rests_until, '-infinity')), waiting = waiting + ?
      WHERE tenant_id = ? AND endpoint_id = ?
      """;

  private MessageStore() {}

  static Optional<Message> find(Connection connection, TenantId tenant, MessageId id)
      throws SQLException {
    try (var select = connection.prepareStatement(ONE)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, id.uuid());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(message(row)) : Optional.empty();
      }
    }
  }

  static List<Message> page(
      Connection connection,
      TenantId tenant,
      Optional<String> type,
      Optional<MessageId> before,
      int most)
      throws SQLException {
    try (var select = connection.prepareStatement(PAGE)) {
      var at = before.map(MessageId::uuid).orElse(null);
      select.setObject(1, tenant.uuid());
      select.setString(2, type.orElse(null));
      select.setString(3, type.orElse(null));
      select.setObject(4, at);
      select.setObject(5, at);
      select.setInt(6, most);
      var found = new ArrayList<Message>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(message(row));
        }
      }
      return found;
    }
  }

  static List<Delivery> deliveries(
      Connection connection,
      TenantId tenant,
      EndpointId endpoint,
      Optional<Delivery.State> state,
      Optional<MessageId> before,
      int most)
      throws SQLException {
    try (var select = connection.prepareStatement(DELIVERIES)) {
      var text = state.map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(null);
      var at = before.map(MessageId::uuid).orElse(null);
      select.setObject(1, tenant.uuid());
      select.setObject(2, endpoint.uuid());
      select.setString(3, text);
      select.setString(4, text);
      select.setObject(5, at);
      select.setObject(6, at);
      select.setInt(7, most);
      var found = new ArrayList<Delivery>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(delivery(row));
        }
      }
      return found;
    }
  }

  static void test(Connection connection, TenantId tenant, MessageId id, String type, String body)
      throws SQLException {
    try (var insert = connection.prepareStatement(TEST)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, id.uuid());
      insert.setString(3, type);
      insert.setString(4, body);
      insert.executeUpdate();
    }
  }

  /** Binds what a way to choose messages asks for, from that parameter on; answers the next. */
  @FunctionalInterface
  private interface Choice {
    int bind(PreparedStatement statement, int from) throws SQLException;
  }

  /**
   * @return how many were put on their way
   */
  static long replay(Connection connection, TenantId tenant, EndpointId endpoint, MessageId one)
      throws SQLException {
    return replay(
        connection,
        THIS,
        tenant,
        endpoint,
        1,
        (statement, from) -> {
          statement.setObject(from, one.uuid());
          return from + 1;
        });
  }

  /** As {@link #replay}, the oldest of all that failed. */
  static long replayFailed(Connection connection, TenantId tenant, EndpointId endpoint, int most)
      throws SQLException {
    return replay(connection, FAILED, tenant, endpoint, most, (statement, from) -> from);
  }

  /**
   * As {@link #replay}, the oldest of those made in that time.
   *
   * @param types empty: of all types
   */
  static long replayRange(
      Connection connection,
      TenantId tenant,
      EndpointId endpoint,
      Replay.Range range,
      List<String> types,
      int most)
      throws SQLException {
    var wanted = connection.createArrayOf("text", types.toArray());
    return replay(
        connection,
        RANGE,
        tenant,
        endpoint,
        most,
        (statement, from) -> {
          statement.setObject(from, range.since().atOffset(ZoneOffset.UTC));
          statement.setObject(from + 1, range.until().atOffset(ZoneOffset.UTC));
          statement.setArray(from + 2, wanted);
          statement.setArray(from + 3, wanted);
          return from + 4;
        });
  }

  private static long replay(
      Connection connection,
      String sql,
      TenantId tenant,
      EndpointId endpoint,
      int most,
      Choice choice)
      throws SQLException {
    try (var lock = connection.prepareStatement(LOCK)) {
      lock.setObject(1, tenant.uuid());
      lock.setObject(2, endpoint.uuid());
      lock.execute();
    }
    long sent;
    try (var replay = connection.prepareStatement(sql)) {
      replay.setObject(1, endpoint.uuid());
      replay.setObject(2, tenant.uuid());
      int next = choice.bind(replay, 3);
      replay.setInt(next, most);
      replay.setObject(next + 1, tenant.uuid());
      replay.setObject(next + 2, endpoint.uuid());
      try (var row = replay.executeQuery()) {
        row.next();
        sent = row.getLong(1);
      }
    }
    try (var wake = connection.prepareStatement(WAKE)) {
      wake.setLong(1, sent);
      wake.setObject(2, tenant.uuid());
      wake.setObject(3, endpoint.uuid());
      wake.executeUpdate();
    }
    return sent;
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        new MessageId(row.getObject("id", UUID.class)),
        row.getString("type"),
        Optional.ofNullable(row.getObject("run_id", UUID.class)).map(RunId::new),
        Json.read(row.getString("body")),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    var tries = new ArrayList<Delivery.Attempt>();
    for (var one : Json.read(row.getString("tries"))) {
      tries.add(
          new Delivery.Attempt(
              one.path(0).asInt(),
              Instant.ofEpochMilli(one.path(1).asLong()),
              one.path(2).asLong(),
              number(one.path(3)),
              Optional.ofNullable(one.path(4).textValue()),
              number(one.path(5))));
    }
    return new Delivery(
        new MessageId(row.getObject("message_id", UUID.class)),
        row.getString("type"),
        Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        Keyring.instant(row, "due_at"),
        Optional.ofNullable(row.getString("reason")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Keyring.instant(row, "ended_at"),
        tries);
  }

  private static Optional<Integer> number(com.fasterxml.jackson.databind.@Nullable JsonNode node) {
    return node == null || !node.isNumber() ? Optional.empty() : Optional.of(node.asInt());
  }
}
