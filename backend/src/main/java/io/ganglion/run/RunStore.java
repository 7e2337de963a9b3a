package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.coordination.Spends;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The API's statements on runs; the engine's are in {@link RunWriters}. */
@ApplicationScoped
class RunStore {
  static final String SELECT =
      """
      SELECT r.*, w.version FROM run r LEFT JOIN workflow w ON w.tenant_id = r.tenant_id AND w.id = r.workflow_id
      WHERE r.tenant_id = ?
      """;
  private static final String FAMILY =
      """
      WITH RECURSIVE tree AS (
        SELECT tenant_id, id FROM run WHERE tenant_id = ? AND id = ?
        UNION ALL
        SELECT c.tenant_id, c.id FROM tree t JOIN run c ON c.tenant_id = t.tenant_id AND c.parent_id = t.id)
      SELECT r.*, w.version FROM tree t JOIN run r ON r.tenant_id = t.tenant_id AND r.id = t.id
      LEFT JOIN workflow w ON w.tenant_id = r.tenant_id AND w.id = r.workflow_id ORDER BY r.id
      """;
  private static final String STEPS =
      """
      SELECT position, seq, name, state, attempts, output, error, started_at, ended_at FROM step
      WHERE tenant_id = ? AND run_id = ? AND (seq, position) > (?, ?)
        AND position !~ '#(winner|failed)' -- the engine's own record, of no task
      ORDER BY seq, position LIMIT ?
      """;

  /** With the runs that it awaits, and those that they await. */
  private static final String CANCEL =
      """
      WITH RECURSIVE tree AS (
        SELECT tenant_id, id FROM run WHERE tenant_id = ? AND id = ?
        UNION ALL
        SELECT c.tenant_id, c.id FROM tree t
        JOIN run c ON c.tenant_id = t.tenant_id AND c.parent_id = t.id AND c.awaited),
      asked AS (
        UPDATE run SET cancel_requested_at = coalesce(cancel_requested_at, now()) FROM tree
        WHERE run.tenant_id = tree.tenant_id AND run.id = tree.id AND run.ended_at IS NULL
        RETURNING run.tenant_id, run.id, run.owner),
      woken AS (INSERT INTO run_queue AS q (tenant_id, run_id, due_at) SELECT tenant_id, id, now() FROM asked
                ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at))
      SELECT DISTINCT owner FROM asked WHERE owner IS NOT NULL
      """;

  private static final String DUE =
      """
      INSERT INTO run_queue AS q (tenant_id, run_id, due_at)
      SELECT tenant_id, id, now() FROM run WHERE tenant_id = ? AND id = ? AND ended_at IS NULL
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
      """;
  private static final String ALL_DUE =
      """
      INSERT INTO run_queue AS q (tenant_id, run_id, due_at)
      SELECT r.tenant_id, r.id, now()
      FROM run_queue p JOIN run r ON r.tenant_id = p.tenant_id AND r.id = p.run_id -- whoever waits has a place in it
      WHERE p.tenant_id = ? AND r.state = 'WAITING' AND r.waiting_for ->> 'reason' = ?
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
      """;
  private static final String FOR_RESOLUTION =
      """
      SELECT e.run_id, e.state, e.phase, e.evidence, r.owner FROM effect e
      JOIN run r ON r.tenant_id = e.tenant_id AND r.id = e.run_id
      WHERE e.tenant_id = ? AND e.id = ? FOR UPDATE OF e, r
      """;
  private static final String RESOLVE =
      """
      UPDATE effect SET state = ?, evidence = 'person', settled_at = now(), not_before = NULL,
             reference = ?, output = ?::json, reason = coalesce(reason, 'resolved by a person')
      WHERE tenant_id = ? AND id = ?
      """;

  Optional<Run> find(Connection connection, TenantId tenant, RunId id) throws SQLException {
    try (var select = connection.prepareStatement(SELECT + " AND r.id = ?")) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, id.uuid());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(RunRows.read(row)) : Optional.empty();
      }
    }
  }

  List<Run> family(Connection connection, TenantId tenant, RunId root) throws SQLException {
    try (var select = connection.prepareStatement(FAMILY)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, root.uuid());
      return runs(select);
    }
  }

  List<Run> ofAgent(Connection connection, TenantId tenant, AgentId agent, RunId after, int limit)
      throws SQLException {
    var sql = SELECT + " AND r.id > ? AND r.agent_id = ? ORDER BY r.id LIMIT ?";
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, after.uuid());
      select.setObject(3, agent.uuid());
      select.setInt(4, limit);
      return runs(select);
    }
  }

  private static List<Run> runs(PreparedStatement select) throws SQLException {
    var runs = new ArrayList<Run>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        runs.add(RunRows.read(row));
      }
    }
    return runs;
  }

  Page<Step> steps(
      Connection connection,
      TenantId tenant,
      RunId run,
      int limit,
      int afterSeq,
      String afterPosition)
      throws SQLException {
    try (var select = connection.prepareStatement(STEPS)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      select.setInt(3, afterSeq);
      select.setString(4, afterPosition);
      select.setInt(5, limit + 1);
      var steps = new ArrayList<Step>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          steps.add(History.step(row));
        }
      }
      return Page.of(steps, limit, step -> step.seq() + " " + step.position());
    }
  }

  /** The workers that hold the run, and runs that it awaits. */
  List<Long> requestCancel(Connection connection, TenantId tenant, RunId id) throws SQLException {
    try (var cancel = connection.prepareStatement(CANCEL)) {
      cancel.setObject(1, tenant.uuid());
      cancel.setObject(2, id.uuid());
      var owners = new ArrayList<Long>();
      try (var row = cancel.executeQuery()) {
        while (row.next()) {
          owners.add(row.getLong(1));
        }
      }
      return owners;
    }
  }

  /** All runs that wait for that reason. */
  static void makeDue(Connection connection, TenantId tenant, String reason) throws SQLException {
    try (var update = connection.prepareStatement(ALL_DUE)) {
      update.setObject(1, tenant.uuid());
      update.setString(2, reason);
      update.executeUpdate();
    }
  }

  void makeDue(Connection connection, TenantId tenant, RunId run) throws SQLException {
    try (var update = connection.prepareStatement(DUE)) {
      update.setObject(1, tenant.uuid());
      update.setObject(2, run.uuid());
      update.executeUpdate();
    }
  }

  /** The effect's run. */
  RunId resolve(
      Connection connection,
      TenantId tenant,
      EffectId effect,
      boolean landed,
      String reference,
      JsonNode output)
      throws SQLException {
    RunId run;
    try (var select = connection.prepareStatement(FOR_RESOLUTION)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, effect.uuid());
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          throw new NotFound("effect");
        }
        run = new RunId(row.getObject("run_id", UUID.class));
        check(row.getString("state"), row.getString("phase"), row.getObject("owner") != null);
      }
    }
    try (var update = connection.prepareStatement(RESOLVE)) {
      update.setString(1, landed ? "LANDED" : "NOT_LANDED");
      update.setString(2, landed ? reference : null);
      update.setString(3, landed ? Json.write(output) : null);
      update.setObject(4, tenant.uuid());
      update.setObject(5, effect.uuid());
      update.executeUpdate();
    }
    Spends.resolve(connection, tenant, effect, landed);
    makeDue(connection, tenant, run);
    return run;
  }

  private static void check(String state, String phase, boolean owned) {
    boolean failedUndo = phase.equals("undo") && state.equals("NOT_LANDED");
    if (!state.equals("UNKNOWN") && !failedUndo) {
      throw RunProblem.notUnknown(state);
    }
    if (owned) {
      throw RunProblem.stillOwned();
    }
  }
}
