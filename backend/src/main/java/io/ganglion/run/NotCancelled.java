package io.ganglion.run;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Columns;
import io.ganglion.db.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses intents of runs somebody cancelled. Reads without a lock: {@link Runs#cancel} waits for
 * commits under way.
 */
final class NotCancelled implements BatchWriter<RunWrite.NotCancelled> {
  private static final String CANCELLED =
      """
      SELECT want.i FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS want (tenant_id, id, i)
      JOIN run USING (tenant_id, id) WHERE run.cancel_requested_at IS NOT NULL
      """;

  @Override
  public Class<RunWrite.NotCancelled> writes() {
    return RunWrite.NotCancelled.class;
  }

  @Override
  public Rank rank() {
    return Rank.GUARD;
  }

  @Override
  public Map<RunWrite.NotCancelled, Refusal> apply(
      Connection connection, long worker, List<RunWrite.NotCancelled> rows) throws SQLException {
    var refused = new HashMap<RunWrite.NotCancelled, Refusal>();
    try (var cancelled =
            Columns.of(connection, CANCELLED, rows)
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid());
        var row = cancelled.statement().executeQuery()) {
      while (row.next()) {
        refused.put(
            rows.get(row.getInt(1) - 1),
            new Refusal("cancelled", "the run was cancelled", Optional.empty()));
      }
    }
    return refused;
  }
}
