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
      %s
      net AS MATERIALIZED (
        SELECT tenant_id, sum(takes) - sum(gives) AS weight, sum(takes) AS takes FROM want GROUP BY tenant_id),
      moved AS (
        UPDATE capacity c SET used = greatest(0, c.used + net.weight)
        FROM net WHERE c.tenant_id = net.tenant_id AND c.tenant_id = ANY (ARRAY(SELECT tenant_id FROM net))
        RETURNING c.tenant_id, c.used - net.takes AS base, c.k, c.ceiling, c.head_run,
                  CASE WHEN c.accrues_from <= now() THEN c.head_weight ELSE 0 END AS kept)
      SELECT want.i, moved.base, moved.k, moved.ceiling
      FROM want JOIN moved USING (tenant_id)
      WHERE want.asks AND want.takes > 0
        AND moved.base + want.reach + CASE WHEN moved.head_run = want.run_id THEN 0 ELSE moved.kept END > moved.ceiling
      """;

  /** Each claim counts by itself. */
  private static final String ALONE =
      ADMIT.formatted(
          """
          WITH want AS MATERIALIZED (
            SELECT tenant_id, run_id, i, more > 0 AS asks, greatest(more, 0) AS takes, greatest(-more, 0) AS gives,
                   sum(greatest(more, 0)) OVER (PARTITION BY tenant_id ORDER BY i) AS reach
            FROM unnest(?::uuid[], ?::uuid[], ?::int[]) WITH ORDINALITY AS w (tenant_id, run_id, more, i)),
          """);

  /**
   * Of what a family holds of one system the heaviest counts. Nobody opens or closes a hold that
   * counts without the lock, so that the rows are what the batch finds.
   */
  private static final String FAMILIES =
      ADMIT.formatted(
          """
          WITH w AS MATERIALIZED (
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::int[])
              WITH ORDINALITY AS w (tenant_id, run_id, root_id, system_id, ends, from_weight, to_weight, i)),
          place AS MATERIALIZED ( -- what is held, and what of it goes on
            SELECT p.tenant_id, p.root_id, p.system_id, coalesce(max(h.weight), 0) AS held,
                   coalesce(max(h.weight) FILTER (WHERE NOT EXISTS (SELECT FROM w WHERE w.ends = h.id)), 0) AS stays
            FROM (SELECT DISTINCT tenant_id, root_id, system_id FROM w) AS p
            LEFT JOIN hold h ON h.run_id = p.root_id AND h.tenant_id = p.tenant_id AND h.system_id = p.system_id
              AND h.closed_at IS NULL AND h.zero_rate IS NULL
            GROUP BY p.tenant_id, p.root_id, p.system_id),
          deep AS MATERIALIZED ( -- what is held with each claim of the batch
            SELECT w.*, place.held, place.stays, greatest(place.stays, max(w.to_weight) OVER so_far) AS deep,
                   row_number() OVER so_far AS nth
            FROM w JOIN place USING (tenant_id, root_id, system_id)
            WINDOW so_far AS (PARTITION BY w.tenant_id, w.root_id, w.system_id ORDER BY w.i)),
          step AS MATERIALIZED (
            SELECT *, deep - lag(deep, 1, stays) OVER (PARTITION BY tenant_id, root_id, system_id ORDER BY i) AS takes
            FROM deep),
          want AS MATERIALIZED (
            SELECT tenant_id, run_id, i, to_weight > from_weight AS asks, takes,
                   CASE WHEN nth = 1 THEN held - stays ELSE 0 END AS gives,
                   sum(takes) OVER (PARTITION BY tenant_id ORDER BY i) AS reach
            FROM step),
          """);

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
    boolean families = rows.stream().anyMatch(row -> row.holder().shared());
    return List.of(
        Statement.plain(LOCK, parameters -> lock(parameters, byTenant)),
        new Statement(
            families ? FAMILIES : ALONE,
            parameters -> bind(parameters, rows, families),
            row -> refused(rows.get(row.getInt(1) - 1), row)));
  }

  private void lock(Parameters parameters, List<HoldWrite.Admit> rows) throws SQLException {
    parameters
        .withLong(defaultK)
        .withLong(defaultK)
        .over(rows)
        .with("uuid", row -> row.tenant().uuid());
  }

  private static void bind(Parameters parameters, List<HoldWrite.Admit> rows, boolean families)
      throws SQLException {
    var columns =
        parameters
            .over(rows)
            .with("uuid", row -> row.tenant().uuid())
            .with("uuid", row -> row.holder().run().uuid());
    if (families) {
      columns
          .with("uuid", row -> row.holder().root().uuid())
          .with("uuid", row -> row.system().uuid())
          .with("uuid", row -> row.ends() == null ? null : row.ends().uuid())
          .with("int4", HoldWrite.Admit::from)
          .with("int4", HoldWrite.Admit::to);
    } else {
      columns.with("int4", row -> row.to() - row.from());
    }
  }

  private static Statement.Refused refused(HoldWrite.Admit admit, ResultSet row)
      throws SQLException {
    return new Statement.Refused(admit, full(admit.needs(), row));
  }

  private static Refusal full(int needs, ResultSet row) throws SQLException {
    int k = row.getInt("k");
    if (needs > Math.max(k, row.getInt("ceiling"))) {
      var detail =
          "needs %d systems at once, and the tenant's capacity is %d; hold fewer together or change the plan"
              .formatted(needs, k);
      return new Refusal(Capacity.TOO_DEEP, detail, Optional.empty());
    }
    var detail = "capacity %d/%d".formatted(Math.max(0, row.getInt("base")), k);
    return new Refusal(Capacity.FULL, detail, Optional.empty());
  }
}
