package io.ganglion.run;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.PlainWriter;
import io.ganglion.db.Write;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that its worker takes up as it is accepted: it is never in the queue. One whose identifier
 * is known can't be written.
 */
public record BegunRun(NewRun run) implements Write {
  private static final String INSERT =
      """
      WITH made AS (
        INSERT INTO run (tenant_id, id, root_id, workflow_id, agent_id, input, priority, owner, state, phase, created_at, started_at, traceparent, lab)
        SELECT n.tenant_id, n.id, n.id, n.workflow_id, n.agent_id, n.input, n.priority, ?::bigint, 'RUNNING', 'running', now(), now(), n.traceparent, n.lab
        FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::json[], ?::int[], ?::text[], ?::boolean[])
             AS n (tenant_id, id, workflow_id, agent_id, input, priority, traceparent, lab)
        RETURNING tenant_id, id, owner),
      known AS (INSERT INTO worker_tenant (worker_id, tenant_id)
                SELECT DISTINCT owner, tenant_id FROM made ON CONFLICT DO NOTHING)
      INSERT INTO outbox (tenant_id, run_id, type, data)
      SELECT tenant_id, id, 'run.state', json_build_object('state', 'RUNNING') FROM made
      """;

  @Override
  public TenantId tenant() {
    return run.tenant();
  }

  /**
   * The run as its row says.
   *
   * @param version of its workflow
   * @param at the time of the commit
   */
  public Run asOf(String version, Instant at) {
    return new Run(
        run.tenant(),
        run.id(),
        run.workflow(),
        version,
        run.agent(),
        null,
        run.id(),
        RunState.RUNNING,
        Json.read(Json.write(run.input())),
        run.priority(),
        null,
        null,
        null,
        false,
        false,
        0,
        at,
        at,
        null,
        run.traceparent(),
        null,
        run.lab());
  }

  static BatchWriter<BegunRun> writer() {
    return new PlainWriter<>(
        BegunRun.class,
        BatchWriter.Rank.LEDGER,
        INSERT,
        Optional.empty(),
        (columns, worker) ->
            columns
                .withLong(worker)
                .with("uuid", begun -> begun.run.tenant().uuid())
                .with("uuid", begun -> begun.run.id().uuid())
                .with(
                    "uuid",
                    begun -> begun.run.workflow() == null ? null : begun.run.workflow().uuid())
                .with("uuid", begun -> begun.run.agent() == null ? null : begun.run.agent().uuid())
                .with("text", begun -> Json.write(begun.run.input()))
                .with("int4", begun -> begun.run.priority())
                .with("text", begun -> begun.run.traceparent())
                .with("bool", begun -> begun.run.lab()));
  }
}
