package io.ganglion.agent;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.BatchWriter.Rank;
import io.ganglion.db.PlainWriter;
import io.ganglion.kernel.Json;
import java.util.Optional;

/**
 * Writes state entries and their history. Several runs may write one key in the same transaction,
 * each with a version of its own: the entry is put once, its versions are counted back from there.
 */
public final class StateWriter {
  private StateWriter() {}

  public static BatchWriter<StateWrite> writer() {
    return new PlainWriter<>(
        StateWrite.class,
        Rank.JOURNAL,
        """
        WITH put AS (
          SELECT *, row_number() OVER (entry ORDER BY i) AS nth, count(*) OVER entry AS puts
          FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::jsonb[], ?::uuid[], ?::text[]) WITH ORDINALITY
               AS u (tenant_id, agent_id, key, value, run_id, position, i)
          WINDOW entry AS (PARTITION BY tenant_id, agent_id, key)),
        entry AS (
          INSERT INTO agent_state AS s (tenant_id, agent_id, key, value, version)
          SELECT tenant_id, agent_id, key, value, puts FROM put WHERE nth = puts ORDER BY tenant_id, agent_id, key
          ON CONFLICT (tenant_id, agent_id, key) DO UPDATE
            SET value = excluded.value, version = s.version + excluded.version, updated_at = now()
          RETURNING tenant_id, agent_id, key, version)
        INSERT INTO agent_state_history (tenant_id, agent_id, key, version, value, run_id, position, actor)
        SELECT tenant_id, agent_id, key, entry.version - put.puts + put.nth, put.value, put.run_id, put.position, 'run'
        FROM put JOIN entry USING (tenant_id, agent_id, key)
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.agent().uuid())
                .with("text", StateWrite::key)
                .with("text", row -> Json.write(row.value()))
                .with("uuid", row -> row.run().uuid())
                .with("text", StateWrite::position));
  }
}
