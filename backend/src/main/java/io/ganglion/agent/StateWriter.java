package io.ganglion.agent;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Refusal;
import io.ganglion.db.Statement;
import io.ganglion.kernel.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Writes state entries and their history, and refuses writes made from a version that is not the
 * entry's any more.
 *
 * <p>Several runs may write one key in the same transaction: of those made from its version the
 * first goes and the others are refused; those made from none follow, each with a version of its
 * own.
 */
public final class StateWriter implements BatchWriter<StateWrite> {
  /** Of the refusal. */
  public static final String CONFLICT = "state_conflict";

  /** In key order. The next statement sees what whoever had the lock committed. */
  private static final String LOCK =
      """
      INSERT INTO agent_state AS s (tenant_id, agent_id, key, version)
      SELECT DISTINCT tenant_id, agent_id, key, 0
      FROM unnest(?::uuid[], ?::uuid[], ?::text[]) AS u (tenant_id, agent_id, key)
      ORDER BY tenant_id, agent_id, key
      ON CONFLICT (tenant_id, agent_id, key) DO UPDATE SET version = s.version WHERE false
      """;

  private static final String PUT =
      """
      WITH want AS (
        SELECT tenant_id, agent_id, key, u.value, u.run_id, u.position, u.expected, u.i, s.version AS base,
               coalesce(u.expected = s.version, false) AS fits
        FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::jsonb[], ?::uuid[], ?::text[], ?::bigint[]) WITH ORDINALITY
             AS u (tenant_id, agent_id, key, value, run_id, position, expected, i)
        JOIN agent_state s USING (tenant_id, agent_id, key)),
      judged AS (
        SELECT *, expected IS NULL
                  OR (fits AND row_number() OVER (PARTITION BY tenant_id, agent_id, key, fits ORDER BY i) = 1) AS goes
        FROM want),
      put AS (
        SELECT *, row_number() OVER (entry ORDER BY expected IS NULL, i) AS nth, count(*) OVER entry AS puts
        FROM judged WHERE goes
        WINDOW entry AS (PARTITION BY tenant_id, agent_id, key)),
      entry AS (
        UPDATE agent_state s SET value = put.value, version = s.version + put.puts, updated_at = now()
        FROM put WHERE put.nth = put.puts
          AND s.tenant_id = put.tenant_id AND s.agent_id = put.agent_id AND s.key = put.key),
      remembered AS (
        INSERT INTO agent_state_history (tenant_id, agent_id, key, version, value, run_id, position, actor)
        SELECT tenant_id, agent_id, key, base + nth, value, run_id, position, 'run' FROM put)
      SELECT i, key, expected, base FROM judged WHERE NOT goes
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
  public List<Statement> statements(long worker, List<StateWrite> rows) {
    return List.of(
        Statement.plain(
            LOCK,
            parameters ->
                parameters
                    .over(rows)
                    .with("uuid", row -> row.tenant().uuid())
                    .with("uuid", row -> row.agent().uuid())
                    .with("text", StateWrite::key)),
        new Statement(
            PUT,
            parameters ->
                parameters
                    .over(rows)
                    .with("uuid", row -> row.tenant().uuid())
                    .with("uuid", row -> row.agent().uuid())
                    .with("text", StateWrite::key)
                    .with("text", row -> Json.write(row.value()))
                    .with("uuid", row -> row.run().uuid())
                    .with("text", StateWrite::position)
                    .with("int8", StateWrite::expected),
            row -> new Statement.Refused(rows.get(row.getInt(1) - 1), conflict(row))));
  }

  private static Refusal conflict(ResultSet row) throws SQLException {
    var detail =
        "the entry '%s' was read at version %d and is at %d or above by now"
            .formatted(row.getString(2), row.getLong(3), row.getLong(4));
    return new Refusal(CONFLICT, detail, Optional.empty());
  }
}
