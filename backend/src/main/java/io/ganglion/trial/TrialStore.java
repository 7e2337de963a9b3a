package io.ganglion.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.TrialId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.trial.Trial.Entry;
import io.ganglion.trial.Trial.Plan;
import io.ganglion.trial.Trial.Times;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of trials; inside the tenant's transaction. */
final class TrialStore {
  private static final String INSERT =
      """
      INSERT INTO lab_trial (tenant_id, id, kind, scenario, version, seed, workflow_id, policy_of, connections, contest_id,
                             entrant, agent_id, run_id, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, 'queued') ON CONFLICT DO NOTHING
      """;
  private static final String SELECT = "SELECT * FROM lab_trial WHERE tenant_id = ?";

  private TrialStore() {}

  /** Which trials a list shows; empty narrows nothing. */
  record Narrow(
      Optional<String> scenario, Optional<TrialState> state, Optional<ContestId> contest) {}

  static void insert(Connection connection, List<Plan> plans) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      for (var plan : plans) {
        insert.setObject(1, plan.tenant().uuid());
        insert.setObject(2, plan.id().uuid());
        insert.setString(3, plan.kind().word());
        insert.setString(4, plan.scenario());
        insert.setInt(5, plan.version());
        insert.setLong(6, plan.seed());
        insert.setObject(7, plan.workflow() == null ? null : plan.workflow().uuid());
        insert.setObject(8, plan.policyOf() == null ? null : plan.policyOf().uuid());
        insert.setString(9, Json.write(Json.mapper().valueToTree(plan.connections())));
        insert.setObject(10, plan.entry().map(entry -> entry.contest().uuid()).orElse(null));
        insert.setString(11, plan.entry().map(Entry::entrant).orElse(null));
        insert.setObject(12, plan.agent().uuid());
        insert.setObject(13, plan.run().uuid());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static Optional<Trial> find(Connection connection, TenantId tenant, TrialId id, boolean lock)
      throws SQLException {
    var sql = SELECT + " AND id = ?" + (lock ? " FOR UPDATE" : "");
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, id.uuid());
      return read(select).stream().findFirst();
    }
  }

  /** Newest first. */
  static List<Trial> list(
      Connection connection, TenantId tenant, Narrow narrow, int limit, @Nullable UUID before)
      throws SQLException {
    var sql =
        SELECT
            + """
               AND (?::text IS NULL OR scenario = ?) AND (?::text IS NULL OR state = ?)
               AND (?::uuid IS NULL OR contest_id = ?) AND (?::uuid IS NULL OR id < ?)
             ORDER BY id DESC LIMIT ?
            """;
    try (var select = connection.prepareStatement(sql)) {
      var state = narrow.state.map(TrialState::word).orElse(null);
      var contest = narrow.contest.map(ContestId::uuid).orElse(null);
      select.setObject(1, tenant.uuid());
      select.setString(2, narrow.scenario.orElse(null));
      select.setString(3, narrow.scenario.orElse(null));
      select.setString(4, state);
      select.setString(5, state);
      select.setObject(6, contest);
      select.setObject(7, contest);
      select.setObject(8, before);
      select.setObject(9, before);
      select.setInt(10, limit);
      return read(select);
    }
  }

  /** All of a contest, by seed. */
  static List<Trial> ofContest(Connection connection, TenantId tenant, ContestId contest)
      throws SQLException {
    try (var select =
        connection.prepareStatement(SELECT + " AND contest_id = ? ORDER BY seed, entrant")) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, contest.uuid());
      return read(select);
    }
  }

  static int waiting(Connection connection, TenantId tenant) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT count(*) FROM lab_trial WHERE tenant_id = ? AND state = 'queued'")) {
      select.setObject(1, tenant.uuid());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /**
   * Gives the next that wait their turn, as far as there is room. One at a time of a tenant counts.
   */
  static void promote(Connection connection, TenantId tenant, int room) throws SQLException {
    try (var lock =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      lock.setString(1, "lab_trial " + tenant);
      lock.execute();
    }
    var sql =
        """
        WITH next AS (
          SELECT id FROM lab_trial WHERE tenant_id = ? AND state = 'queued' ORDER BY id LIMIT greatest(0,
            ? - (SELECT count(*) FROM lab_trial WHERE tenant_id = ? AND state IN ('opening', 'running')))),
          turned AS (
            UPDATE lab_trial t SET state = 'opening', started_at = now() FROM next
            WHERE t.tenant_id = ? AND t.id = next.id RETURNING t.tenant_id, t.id)
        INSERT INTO lab_trial_due (tenant_id, trial_id, due_at) SELECT tenant_id, id, now() FROM turned
        """;
    try (var turn = connection.prepareStatement(sql)) {
      turn.setObject(1, tenant.uuid());
      turn.setInt(2, room);
      turn.setObject(3, tenant.uuid());
      turn.setObject(4, tenant.uuid());
      turn.executeUpdate();
    }
  }

  /** The next look at it. */
  static void due(Connection connection, TenantId tenant, TrialId id, Instant at)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE lab_trial_due SET due_at = ? WHERE tenant_id = ? AND trial_id = ?")) {
      update.setTimestamp(1, Timestamp.from(at));
      update.setObject(2, tenant.uuid());
      update.setObject(3, id.uuid());
      update.executeUpdate();
    }
  }

  static void running(Connection connection, TenantId tenant, TrialId id, Instant deadline)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE lab_trial SET state = 'running', deadline = ?"
                + " WHERE tenant_id = ? AND id = ? AND state = 'opening'")) {
      update.setTimestamp(1, Timestamp.from(deadline));
      update.setObject(2, tenant.uuid());
      update.setObject(3, id.uuid());
      update.executeUpdate();
    }
  }

  static void finish(Connection connection, TenantId tenant, TrialId id) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE lab_trial SET finishing = true WHERE tenant_id = ? AND id = ?")) {
      update.setObject(1, tenant.uuid());
      update.setObject(2, id.uuid());
      update.executeUpdate();
    }
  }

  /** Its end; whether it had none before. */
  static boolean end(Connection connection, TenantId tenant, TrialId id, Ending ending)
      throws SQLException {
    var sql =
        """
        UPDATE lab_trial SET state = ?, score = ?, result = ?::json, reason = ?, ended_at = now()
        WHERE tenant_id = ? AND id = ? AND ended_at IS NULL
        """;
    boolean first;
    try (var update = connection.prepareStatement(sql)) {
      switch (ending) {
        case Ending.Judged(var score, var result) -> {
          update.setString(1, TrialState.JUDGED.word());
          update.setBigDecimal(2, score);
          update.setString(3, Json.write(result));
          update.setString(4, null);
        }
        case Ending.Failed(var reason) -> {
          update.setString(1, TrialState.FAILED.word());
          update.setBigDecimal(2, null);
          update.setString(3, null);
          update.setString(4, reason);
        }
      }
      update.setObject(5, tenant.uuid());
      update.setObject(6, id.uuid());
      first = update.executeUpdate() > 0;
    }
    try (var delete =
        connection.prepareStatement(
            "DELETE FROM lab_trial_due WHERE tenant_id = ? AND trial_id = ?")) {
      delete.setObject(1, tenant.uuid());
      delete.setObject(2, id.uuid());
      delete.executeUpdate();
    }
    return first;
  }

  private static List<Trial> read(PreparedStatement select) throws SQLException {
    var trials = new ArrayList<Trial>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        trials.add(trial(row));
      }
    }
    return trials;
  }

  private static Trial trial(ResultSet row) throws SQLException {
    var result = row.getString("result");
    return new Trial(
        plan(row),
        TrialState.of(row.getString("state")),
        row.getBoolean("finishing"),
        instant(row, "deadline"),
        row.getBigDecimal("score"),
        result == null ? null : Json.read(result),
        row.getString("reason"),
        new Times(
            Objects.requireNonNull(instant(row, "created_at")),
            instant(row, "started_at"),
            instant(row, "ended_at")));
  }

  private static Plan plan(ResultSet row) throws SQLException {
    var workflow = row.getObject("workflow_id", UUID.class);
    var policyOf = row.getObject("policy_of", UUID.class);
    var contest = row.getObject("contest_id", UUID.class);
    return new Plan(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new TrialId(row.getObject("id", UUID.class)),
        TrialKind.of(row.getString("kind")),
        row.getString("scenario"),
        row.getInt("version"),
        row.getLong("seed"),
        workflow == null ? null : new WorkflowId(workflow),
        policyOf == null ? null : new AgentId(policyOf),
        names(Json.read(row.getString("connections"))),
        contest == null
            ? Optional.empty()
            : Optional.of(new Entry(new ContestId(contest), row.getString("entrant"))),
        new AgentId(row.getObject("agent_id", UUID.class)),
        new RunId(row.getObject("run_id", UUID.class)));
  }

  private static Map<String, String> names(JsonNode object) {
    var names = new TreeMap<String, String>();
    object.properties().forEach(one -> names.put(one.getKey(), one.getValue().asText()));
    return names;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
