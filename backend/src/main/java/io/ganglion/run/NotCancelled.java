package io.ganglion.run;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.GuardWriter;
import io.ganglion.db.Refusal;
import java.util.Optional;

/**
 * Refuses intents of runs somebody cancelled. Reads without a lock: {@link Runs#cancel} waits for
 * commits under way.
 */
final class NotCancelled {
  private static final Refusal CANCELLED =
      new Refusal("cancelled", "the run was cancelled", Optional.empty());

  private NotCancelled() {}

  static BatchWriter<RunWrite.NotCancelled> writer() {
    return new GuardWriter<>(
        RunWrite.NotCancelled.class,
        """
        SELECT want.i FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS want (tenant_id, id, i)
        CROSS JOIN LATERAL ( -- with OFFSET a run at a time, where the planner may look for cancelled ones first
          SELECT FROM run WHERE run.tenant_id = want.tenant_id AND run.id = want.id
            AND run.cancel_requested_at IS NOT NULL OFFSET 0) AS cancelled
        """,
        (columns, worker) ->
            columns.with("uuid", row -> row.tenant().uuid()).with("uuid", row -> row.run().uuid()),
        row -> CANCELLED);
  }
}
