package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Statement;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The engine's statements on schedules. */
public final class DueSchedules {
  private static final String TENANTS =
      "SELECT DISTINCT tenant_id FROM (SELECT tenant_id FROM schedule_due WHERE due_at <= now() ORDER BY due_at LIMIT ?) d";

  /** The schedule's row is what a pause and a turn exclude each other by. */
  private static final String TAKE =
      """
      SELECT s.tenant_id, s.id, s.workflow_id, s.kind, s.paused, t.deleted_at IS NOT NULL OR t.suspended_at IS NOT NULL AS closing, s.after_seq, s.held, d.due_at,
             s.after_ms IS NOT NULL AND EXISTS (
               SELECT FROM run r WHERE r.tenant_id = s.tenant_id AND r.id = s.last_run_id AND r.ended_at IS NULL) AS busy
      FROM schedule_due d JOIN schedule s ON s.tenant_id = d.tenant_id AND s.id = d.schedule_id
      JOIN tenant t ON t.id = d.tenant_id
      WHERE d.tenant_id = ANY (?) AND d.due_at <= now() ORDER BY d.due_at LIMIT ?
      FOR UPDATE OF d, s SKIP LOCKED
      """;

  private static final String SAVE =
      """
      WITH turned AS (
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::bigint[], ?::bigint[], ?::uuid[], ?::bigint[], ?::json[])
          AS t (tenant_id, id, next_at, started, skipped, last_run_id, after_seq, held)),
      saved AS (
        UPDATE schedule s SET started = s.started + t.started, skipped = s.skipped + t.skipped,
          last_run_id = coalesce(t.last_run_id, s.last_run_id), after_seq = t.after_seq, held = t.held,
          last_due_at = CASE WHEN t.started > 0 THEN now() ELSE s.last_due_at END
        FROM turned t WHERE s.tenant_id = t.tenant_id AND s.id = t.id),
      later AS (
        UPDATE schedule_due d SET due_at = t.next_at FROM turned t
        WHERE d.tenant_id = t.tenant_id AND d.schedule_id = t.id AND t.next_at IS NOT NULL)
      DELETE FROM schedule_due d USING turned t
      WHERE d.tenant_id = t.tenant_id AND d.schedule_id = t.id AND t.next_at IS NULL
      """;

  private DueSchedules() {}

  /**
   * A schedule that is due.
   *
   * @param closing its tenant is deleted or suspended
   * @param busy it waits for the end of a run that goes on
   * @param held events consumed towards the next run: {@code {filter, event}}
   */
  public record Due(
      TenantId tenant,
      UUID id,
      WorkflowId workflow,
      String kind,
      boolean paused,
      boolean closing,
      boolean busy,
      Instant at,
      long afterSeq,
      JsonNode held) {}

  /**
   * What became of one.
   *
   * @param next when it is due again; null when something else makes it so
   * @param lastRun the run started last; null for none
   */
  public record Turned(
      Due due,
      @Nullable Instant next,
      long started,
      long skipped,
      @Nullable UUID lastRun,
      long afterSeq,
      JsonNode held) {}

  /** Tenants that have some. */
  public static List<TenantId> tenants(Connection connection, int max) throws SQLException {
    var tenants = new ArrayList<TenantId>();
    try (var select = connection.prepareStatement(TENANTS)) {
      select.setInt(1, max);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          tenants.add(new TenantId(row.getObject(1, UUID.class)));
        }
      }
    }
    return tenants;
  }

  /** Takes some for the rest of the transaction, which sees the tenants. */
  public static List<Due> take(Connection connection, List<TenantId> tenants, int max)
      throws SQLException {
    var due = new ArrayList<Due>();
    try (var select = connection.prepareStatement(TAKE)) {
      select.setArray(
          1, connection.createArrayOf("uuid", tenants.stream().map(TenantId::uuid).toArray()));
      select.setInt(2, max);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          due.add(due(row));
        }
      }
    }
    return due;
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getObject("id", UUID.class),
        new WorkflowId(row.getObject("workflow_id", UUID.class)),
        row.getString("kind"),
        row.getBoolean("paused"),
        row.getBoolean("closing"),
        row.getBoolean("busy"),
        row.getTimestamp("due_at").toInstant(),
        row.getLong("after_seq"),
        Json.read(row.getString("held")));
  }

  /** Writes down what became of those taken. */
  public static void save(Connection connection, List<Turned> turned) throws SQLException {
    Statement.plain(
            SAVE,
            parameters ->
                parameters
                    .over(turned)
                    .with("uuid", turn -> turn.due().tenant().uuid())
                    .with("uuid", turn -> turn.due().id())
                    .with("text", Turned::next)
                    .with("int8", Turned::started)
                    .with("int8", Turned::skipped)
                    .with("uuid", Turned::lastRun)
                    .with("int8", Turned::afterSeq)
                    .with("text", turn -> Json.write(turn.held())))
        .write(connection);
  }
}
