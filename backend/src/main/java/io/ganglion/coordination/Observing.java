package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Statement;
import io.ganglion.kernel.Json;
import java.util.List;

/** Keeps the latest observation of each facet of each system. */
final class Observing implements BatchWriter<Facet.Observe> {
  /** Rows are locked in one order for all batches. */
  private static final String SQL =
      """
      INSERT INTO facet AS f (tenant_id, system_id, name, value, observed_at, effect_id)
      SELECT DISTINCT ON (tenant_id, system_id, name) tenant_id, system_id, name, value::json, at, effect
      FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::uuid[])
        AS w (tenant_id, system_id, name, value, at, effect)
      ORDER BY tenant_id, system_id, name, at DESC
      ON CONFLICT (tenant_id, system_id, name) DO UPDATE
        SET value = excluded.value, observed_at = excluded.observed_at, effect_id = excluded.effect_id
        WHERE f.observed_at <= excluded.observed_at
      """;

  @Override
  public Class<Facet.Observe> writes() {
    return Facet.Observe.class;
  }

  @Override
  public Rank rank() {
    return Rank.STATE;
  }

  @Override
  public List<Statement> statements(long worker, List<Facet.Observe> rows) {
    return List.of(
        Statement.plain(
            SQL,
            parameters ->
                parameters
                    .over(rows)
                    .with("uuid", row -> row.tenant().uuid())
                    .with("uuid", row -> row.system().uuid())
                    .with("text", row -> row.facet().name())
                    .with("text", row -> Json.write(row.facet().value()))
                    .with("text", row -> row.facet().at())
                    .with("uuid", row -> row.facet().effect().uuid())));
  }
}
