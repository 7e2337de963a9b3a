package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The API's statements on sessions; the engine's are in {@link SessionInbox}. */
@ApplicationScoped
class SessionStore {
  private static final String OPEN =
      "INSERT INTO session (tenant_id, run_id, when_idle) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String LOCK =
      "SELECT last_seq, ending IS NOT NULL AS ending FROM session WHERE tenant_id = ? AND run_id ="
          + " ? FOR UPDATE";
  private static final String FIND =
      """
      SELECT a.position AS place, a.seq AS ordinal, a.body, a.asked_at,
             s.position, s.seq, s.name, s.state, s.attempts, s.output, s.error, s.started_at, s.ended_at
      FROM session_step a
      LEFT JOIN step s ON s.tenant_id = a.tenant_id AND s.run_id = a.run_id AND s.position = a.position
      WHERE a.tenant_id = ? AND a.run_id = ? AND a.position = ?
      """;
  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO session_step (tenant_id, run_id, position, seq, body) VALUES (?, ?, ?, ?, ?::json)
        RETURNING tenant_id, run_id, seq)
      UPDATE session SET last_seq = added.seq, touched_at = now() FROM added
      WHERE session.tenant_id = added.tenant_id AND session.run_id = added.run_id
      """;
  private static final String END =
      """
      UPDATE session SET ending = ?, touched_at = now()
      WHERE tenant_id = ? AND run_id = ? AND (ending IS NULL OR ending = ?)
      """;

  /**
   * @param last number of the step asked for last, 0 for none
   */
  record Head(int last, boolean ending) {}

  void open(Connection connection, TenantId tenant, RunId run, SessionEnding whenIdle)
      throws SQLException {
    try (var insert = connection.prepareStatement(OPEN)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, run.uuid());
      insert.setString(3, whenIdle.name());
      insert.executeUpdate();
    }
  }

  /** Locks the session until the transaction ends; empty for a run that is none. */
  Optional<Head> lock(Connection connection, TenantId tenant, RunId run) throws SQLException {
    try (var select = connection.prepareStatement(LOCK)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Head(row.getInt("last_seq"), row.getBoolean("ending")))
            : Optional.empty();
      }
    }
  }

  Optional<SessionStep> find(Connection connection, Run run, SessionStep.Place place)
      throws SQLException {
    try (var select = connection.prepareStatement(FIND)) {
      select.setObject(1, run.tenant().uuid());
      select.setObject(2, run.id().uuid());
      select.setString(3, place.position());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new SessionStep(
                    place,
                    row.getInt("ordinal"),
                    Json.read(row.getString("body")),
                    row.getTimestamp("asked_at").toInstant(),
                    run,
                    row.getString("position") == null ? null : History.step(row)))
            : Optional.empty();
      }
    }
  }

  void add(Connection connection, Run run, SessionStep.Place place, int seq, JsonNode body)
      throws SQLException {
    try (var insert = connection.prepareStatement(ADD)) {
      insert.setObject(1, run.tenant().uuid());
      insert.setObject(2, run.id().uuid());
      insert.setString(3, place.position());
      insert.setInt(4, seq);
      insert.setString(5, Json.write(body));
      insert.executeUpdate();
    }
  }

  /** False when another end was asked for before. */
  boolean end(Connection connection, Run run, SessionEnding ending) throws SQLException {
    try (var update = connection.prepareStatement(END)) {
      update.setString(1, ending.name());
      update.setObject(2, run.tenant().uuid());
      update.setObject(3, run.id().uuid());
      update.setString(4, ending.name());
      return update.executeUpdate() > 0;
    }
  }
}
