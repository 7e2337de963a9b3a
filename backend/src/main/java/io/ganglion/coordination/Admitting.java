package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Parameters;
import io.ganglion.db.Refusal;
import io.ganglion.db.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Admission: one update of the tenant's capacity row for each tenant and batch, in the commit of
 * the intents. What is given back counts before what is taken; the rest is admitted in the order it
 * came, and a unit that doesn't fit is refused.
 */
final class Admitting implements BatchWriter<HoldWrite.Admit> {
  /** Makes sure of the rows and locks them, in one order for all batches. */
  private static final String LOCK =
      """
      INSERT INTO capacity AS c (tenant_id, k, ceiling)
      SELECT DISTINCT tenant_id, ?::int, ?::int FROM unnest(?::uuid[]) AS w (tenant_id) ORDER BY tenant_id
      ON CONFLICT (tenant_id) DO UPDATE SET used = c.used WHERE false
      """;

  /**
   * A run that has waited long enough is kept what is free: others get only what is left beside it.
   */
  private static final String ADMIT =
      """
      WITH want AS MATERIALIZED (
        SELECT tenant_id, run_id, weight, i,
               sum(greatest(weight, 0)) OVER (PARTITION BY tenant_id ORDER BY i) AS reach
        FROM unnest(?::uuid[], ?::uuid[], ?::int[]) WITH ORDINALITY AS w (tenant_id, run_id, weight, i)),
      net AS MATERIALIZED (
        SELECT tenant_id, sum(weight) AS weight, sum(greatest(weight, 0)) AS takes FROM want GROUP BY tenant_id),
      moved AS (
        UPDATE capacity c SET used = greatest(0, c.used + net.weight)
        FROM net WHERE c.tenant_id = net.tenant_id AND c.tenant_id = ANY (ARRAY(SELECT tenant_id FROM net))
        RETURNING c.tenant_id, c.used - net.takes AS base, c.k, c.ceiling, c.head_run,
                  CASE WHEN c.accrues_from <= now() THEN c.head_weight ELSE 0 END AS kept)
      SELECT want.i, moved.base, moved.k, moved.ceiling, want.weight
      FROM want JOIN moved USING (tenant_id)
      WHERE want.weight > 0
        AND moved.base + want.reach + CASE WHEN moved.head_run = want.run_id THEN 0 ELSE moved.kept END > moved.ceiling
      """;

  private final int defaultK;

  /**
   * @param defaultK what a tenant may hold that has chosen no plan
   */
  Admitting(int defaultK) {
    this.defaultK = defaultK;
  }

  @Override
  public Class<HoldWrite.Admit> writes() {
    return HoldWrite.Admit.class;
  }

  @Override
  public Rank rank() {
    return Rank.GUARD;
  }

  @Override
  public List<Statement> statements(long worker, List<HoldWrite.Admit> rows) {
    var byTenant = rows.stream().sorted(Comparator.comparing(row -> row.tenant().uuid())).toList();
    return List.of(
        Statement.plain(LOCK, parameters -> lock(parameters, byTenant)),
        new Statement(
            ADMIT,
            parameters -> bind(parameters, rows),
            row -> new Statement.Refused(rows.get(row.getInt(1) - 1), full(row))));
  }

  private void lock(Parameters parameters, List<HoldWrite.Admit> rows) throws SQLException {
    parameters
        .withLong(defaultK)
        .withLong(defaultK)
        .over(rows)
        .with("uuid", row -> row.tenant().uuid());
  }

  private static void bind(Parameters parameters, List<HoldWrite.Admit> rows) throws SQLException {
    parameters
        .over(rows)
        .with("uuid", row -> row.tenant().uuid())
        .with("uuid", row -> row.holder().run().uuid())
        .with("int4", HoldWrite.Admit::weight);
  }

  private static Refusal full(ResultSet row) throws SQLException {
    int k = row.getInt("k");
    int weight = row.getInt("weight");
    if (weight > Math.max(k, row.getInt("ceiling"))) {
      var detail =
          "needs %d systems at once, and the tenant's capacity is %d; hold fewer together or change the plan"
              .formatted(weight, k);
      return new Refusal(Capacity.TOO_DEEP, detail, Optional.empty());
    }
    var detail = "capacity %d/%d".formatted(Math.max(0, row.getInt("base")), k);
    return new Refusal(Capacity.FULL, detail, Optional.empty());
  }
}
