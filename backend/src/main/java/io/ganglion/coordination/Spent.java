package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Statement;
import java.util.Comparator;
import java.util.List;

/** Counts what acts have cost instead of what was set aside for them. */
final class Spent implements BatchWriter<SpendWrite.Settle> {
  /** In the order in which money is set aside. */
  private static final String LOCK =
      """
      SELECT FROM spend s JOIN spending p ON p.tenant_id = s.tenant_id AND p.currency = s.currency AND p.month = s.month
        AND (s.scope, s.subject) IN (('tenant', p.tenant_id), ('agent', p.agent_id), ('connection', p.connection_id))
      WHERE p.tenant_id = ANY (?::uuid[]) AND p.effect_id = ANY (?::uuid[]) AND NOT p.settled
      ORDER BY s.tenant_id, s.scope, s.subject, s.currency FOR NO KEY UPDATE OF s
      """;

  private static final String SETTLE =
      """
      WITH w AS MATERIALIZED (
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[]) AS w (tenant_id, effect_id, micros)),
      ended AS (
        UPDATE spending p SET settled = true, spent = w.micros FROM w
        WHERE p.tenant_id = w.tenant_id AND p.effect_id = w.effect_id AND NOT p.settled
        RETURNING p.tenant_id, p.agent_id, p.connection_id, p.currency, p.month, p.reserved, p.spent),
      parts AS (
        SELECT e.tenant_id, s.scope, s.subject, e.currency, e.month, sum(e.reserved) AS reserved, sum(e.spent) AS spent
        FROM ended e CROSS JOIN LATERAL (
          VALUES ('tenant', e.tenant_id), ('agent', e.agent_id), ('connection', e.connection_id)) AS s (scope, subject)
        WHERE s.subject IS NOT NULL GROUP BY 1, 2, 3, 4, 5)
      UPDATE spend s SET reserved = s.reserved - parts.reserved, spent = s.spent + parts.spent,
        freed = s.freed OR parts.reserved > parts.spent
      FROM parts
      WHERE s.tenant_id = parts.tenant_id AND s.scope = parts.scope AND s.subject = parts.subject
        AND s.currency = parts.currency AND s.month = parts.month
      """;

  @Override
  public Class<SpendWrite.Settle> writes() {
    return SpendWrite.Settle.class;
  }

  @Override
  public Rank rank() {
    return Rank.STATE;
  }

  @Override
  public List<Statement> statements(long worker, List<SpendWrite.Settle> rows) {
    var sorted =
        rows.stream().sorted(Comparator.comparing(row -> row.effect().uuid())).distinct().toList();
    return List.of(
        Statement.plain(
            LOCK,
            parameters ->
                parameters
                    .over(sorted)
                    .with("uuid", row -> row.tenant().uuid())
                    .with("uuid", row -> row.effect().uuid())),
        Statement.plain(
            SETTLE,
            parameters ->
                parameters
                    .over(sorted)
                    .with("uuid", row -> row.tenant().uuid())
                    .with("uuid", row -> row.effect().uuid())
                    .with("int8", SpendWrite.Settle::micros)));
  }
}
