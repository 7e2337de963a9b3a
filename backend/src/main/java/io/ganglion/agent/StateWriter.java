package io.ganglion.agent;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Refusal;
import io.ganglion.kernel.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes state entries and their history. A statement a row, sent as one batch: two runs may write
 * one key in the same transaction, each with a version of its own, which no single upsert can do.
 */
public final class StateWriter implements BatchWriter<StateWrite> {
  private static final String PUT =
      """
      WITH entry AS (
        INSERT INTO agent_state AS s (tenant_id, agent_id, key, value, version) VALUES (?, ?, ?, ?::jsonb, 1)
        ON CONFLICT (tenant_id, agent_id, key) DO UPDATE SET value = excluded.value, version = s.version + 1, updated_at = now()
        RETURNING tenant_id, agent_id, key, value, version)
      INSERT INTO agent_state_history (tenant_id, agent_id, key, version, value, run_id, position, actor)
      SELECT tenant_id, agent_id, key, version, value, ?, ?, 'run' FROM entry
      """;

  @Override
  public Class<StateWrite> writes() {
    return StateWrite.class;
  }

  @Override
  public Rank rank() {
    return Rank.JOURNAL;
  }

  @Override
  public Map<StateWrite, Refusal> apply(Connection connection, long worker, List<StateWrite> rows)
      throws SQLException {
    var ordered =
        rows.stream()
            .sorted(
                Comparator.comparing((StateWrite row) -> row.agent().uuid())
                    .thenComparing(StateWrite::key))
            .toList();
    try (var put = connection.prepareStatement(PUT)) {
      for (var row : ordered) {
        put.setObject(1, row.tenant().uuid());
        put.setObject(2, row.agent().uuid());
        put.setString(3, row.key());
        put.setString(4, Json.write(row.value()));
        put.setObject(5, row.run().uuid());
        put.setString(6, row.position());
        put.addBatch();
      }
      put.executeBatch();
    }
    return Map.of();
  }
}
