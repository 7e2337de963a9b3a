package io.ganglion.agent;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Columns;
import io.ganglion.db.Statement;
import java.sql.SQLException;
import java.util.List;

/** Restores what runs wrote, and notes of each key what became of it. */
public final class StateRestorer implements BatchWriter<StateRestore> {
  private static final String LOCK =
      """
      SELECT FROM agent_state
      WHERE (tenant_id, agent_id, key) IN (
        SELECT tenant_id, h.agent_id, h.key
        FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS u (tenant_id, agent_id, run_id)
        JOIN agent_state_history h USING (tenant_id, agent_id, run_id))
      ORDER BY tenant_id, agent_id, key FOR UPDATE
      """;

  private static final String RESTORE =
      """
      WITH wrote AS (
        SELECT tenant_id, agent_id, run_id, h.key, max(h.version) AS last
        FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS u (tenant_id, agent_id, run_id)
        JOIN agent_state_history h USING (tenant_id, agent_id, run_id)
        WHERE NOT EXISTS (SELECT FROM state_undo d
                          WHERE d.tenant_id = u.tenant_id AND d.run_id = u.run_id AND d.key = h.key)
        GROUP BY tenant_id, agent_id, run_id, h.key),
      found AS (
        SELECT w.*, s.version, s.version = w.last AS own, before.value
        FROM wrote w JOIN agent_state s USING (tenant_id, agent_id, key)
        LEFT JOIN LATERAL (
          SELECT b.value FROM agent_state_history b
          WHERE b.tenant_id = w.tenant_id AND b.agent_id = w.agent_id AND b.key = w.key AND b.version < w.last
            AND b.run_id IS DISTINCT FROM w.run_id
          ORDER BY b.version DESC LIMIT 1) AS before ON true),
      restored AS (
        UPDATE agent_state s SET value = f.value, version = s.version + 1, updated_at = now()
        FROM found f
        WHERE f.own AND s.tenant_id = f.tenant_id AND s.agent_id = f.agent_id AND s.key = f.key),
      remembered AS (
        INSERT INTO agent_state_history (tenant_id, agent_id, key, version, value, run_id, actor)
        SELECT tenant_id, agent_id, key, version + 1, value, run_id, 'compensation' FROM found WHERE own)
      INSERT INTO state_undo (tenant_id, run_id, key, restored, version)
      SELECT tenant_id, run_id, key, own, CASE WHEN own THEN version + 1 ELSE version END FROM found
      """;

  @Override
  public Class<StateRestore> writes() {
    return StateRestore.class;
  }

  @Override
  public Rank rank() {
    return Rank.STATE;
  }

  @Override
  public List<Statement> statements(long worker, List<StateRestore> rows) {
    return List.of(
        Statement.plain(LOCK, parameters -> bind(parameters.over(rows))),
        Statement.plain(RESTORE, parameters -> bind(parameters.over(rows))));
  }

  private static void bind(Columns<StateRestore> columns) throws SQLException {
    columns
        .with("uuid", row -> row.tenant().uuid())
        .with("uuid", row -> row.agent().uuid())
        .with("uuid", row -> row.run().uuid());
  }
}
