package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.BatchWriter;
import io.ganglion.db.Columns;
import io.ganglion.db.PlainWriter;
import io.ganglion.db.Statement;
import io.ganglion.db.Write;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.trace.Traces;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run to be accepted.
 *
 * @param id made by who starts it, so that a repetition starts nothing more
 * @param workflow null for a session
 * @param priority 0 to 9, the higher the sooner where runs wait for capacity; a run that another
 *     one starts has that one's
 * @param parent who starts it, for a run started by another
 * @param traceparent the trace it belongs to; a run that another one starts has that one's
 * @param lab whether it acts on simulated platforms alone; so does a run that such a one starts
 */
public record NewRun(
    TenantId tenant,
    RunId id,
    @Nullable WorkflowId workflow,
    @Nullable AgentId agent,
    JsonNode input,
    int priority,
    @Nullable Parent parent,
    @Nullable String traceparent,
    boolean lab)
    implements Write {
  /** The highest priority. */
  public static final int MAX_PRIORITY = 9;

  /**
   * The run that starts one.
   *
   * @param position the visit that starts it: it starts one run, whatever happens
   * @param awaits whether it waits for the end
   */
  public record Parent(RunId run, String position, boolean awaits) {}

  /** One that belongs to the trace of the request that this thread serves. */
  public NewRun(
      TenantId tenant,
      RunId id,
      @Nullable WorkflowId workflow,
      @Nullable AgentId agent,
      JsonNode input,
      int priority,
      @Nullable Parent parent) {
    this(tenant, id, workflow, agent, input, priority, parent, Traces.current(), false);
  }

  /** The same in the laboratory, or not. */
  public NewRun in(boolean laboratory) {
    return new NewRun(
        tenant, id, workflow, agent, input, priority, parent, traceparent, laboratory);
  }

  /** A session: its agent says what is done. */
  public static NewRun session(
      TenantId tenant, RunId id, AgentId agent, JsonNode input, int priority) {
    return new NewRun(tenant, id, null, agent, input, priority, null);
  }

  /** The one way a run comes to be: its row, its place in the queue, its first event. */
  private static final String INSERT =
      """
      WITH made AS (
        INSERT INTO run (tenant_id, id, root_id, workflow_id, agent_id, state, input,
                         priority, parent_id, parent_position, awaited, level, traceparent, lab)
        SELECT n.tenant_id, n.id, coalesce(p.root_id, n.id), n.workflow_id, n.agent_id, 'QUEUED', n.input,
               coalesce(p.priority, n.priority), n.parent_id, n.parent_position, n.awaited, coalesce(p.level + 1, 0),
               coalesce(p.traceparent, n.traceparent), coalesce(p.lab, n.lab)
        FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::json[], ?::int[], ?::uuid[], ?::text[], ?::boolean[], ?::text[], ?::boolean[])
             AS n (tenant_id, id, workflow_id, agent_id, input, priority, parent_id, parent_position, awaited, traceparent, lab)
        LEFT JOIN run p ON p.tenant_id = n.tenant_id AND p.id = n.parent_id
        ON CONFLICT DO NOTHING RETURNING tenant_id, id),
      queued AS (INSERT INTO run_queue (tenant_id, run_id, due_at) SELECT tenant_id, id, now() FROM made)
      INSERT INTO outbox (tenant_id, run_id, type, data)
      SELECT tenant_id, id, 'run.state', json_build_object('state', 'QUEUED') FROM made
      """;

  /** Accepts runs in the commit of the visit that starts them. */
  static BatchWriter<NewRun> writer() {
    return new PlainWriter<>(
        NewRun.class,
        BatchWriter.Rank.LEDGER,
        INSERT,
        Optional.empty(),
        (columns, worker) -> bind(columns));
  }

  /** Accepts runs in the caller's transaction; those whose id is known are left as they are. */
  public static void insert(Connection connection, List<NewRun> runs) throws SQLException {
    Statement.plain(INSERT, parameters -> bind(parameters.over(runs))).write(connection);
  }

  private static void bind(Columns<NewRun> columns) throws SQLException {
    columns
        .with("uuid", run -> run.tenant().uuid())
        .with("uuid", run -> run.id().uuid())
        .with("uuid", run -> run.workflow() == null ? null : run.workflow().uuid())
        .with("uuid", run -> run.agent() == null ? null : run.agent().uuid())
        .with("text", run -> Json.write(run.input()))
        .with("int4", NewRun::priority)
        .with("uuid", run -> run.parent() == null ? null : run.parent().run().uuid())
        .with("text", run -> run.parent() == null ? null : run.parent().position())
        .with("bool", run -> run.parent() != null && run.parent().awaits())
        .with("text", NewRun::traceparent)
        .with("bool", NewRun::lab);
  }
}
