package io.ganglion.workflow;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.BatchWriter.Rank;
import io.ganglion.db.PlainWriter;
import io.ganglion.db.Write;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.util.Optional;

/** A run has ended: a schedule that waited for that is due after its delay. */
public record RunEnded(TenantId tenant, RunId run) implements Write {

  public static BatchWriter<RunEnded> writer() {
    return new PlainWriter<>(
        RunEnded.class,
        Rank.STATE,
        """
        INSERT INTO schedule_due AS d (tenant_id, schedule_id, due_at)
        SELECT s.tenant_id, s.id, now() + s.after_ms * interval '1 millisecond'
        FROM unnest(?::uuid[], ?::uuid[]) AS e (tenant_id, run_id)
        JOIN schedule s ON s.tenant_id = e.tenant_id AND s.last_run_id = e.run_id
        WHERE s.after_ms IS NOT NULL AND NOT s.paused
        ON CONFLICT (tenant_id, schedule_id) DO UPDATE SET due_at = least(d.due_at, excluded.due_at)
        """,
        Optional.empty(),
        (columns, worker) ->
            columns.with("uuid", row -> row.tenant().uuid()).with("uuid", row -> row.run().uuid()));
  }
}
