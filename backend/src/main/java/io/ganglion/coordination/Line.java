package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Parameters;
import io.ganglion.db.Statement;
import io.ganglion.kernel.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who waits for capacity: by priority, then age. Those that fit into what is free become due in the
 * commit that frees it; nobody polls. The first keeps what is freed once it has waited {@link
 * Turns#ACCRUAL_SECONDS}; until then others may pass.
 */
final class Line implements BatchWriter<HoldWrite.Line> {
  /** So many are looked at for what is free; the rest have their turn later. */
  private static final int LOOK_AHEAD = 50;

  private static final String LOCK =
      "SELECT FROM capacity WHERE tenant_id = ANY (?::uuid[]) ORDER BY tenant_id FOR NO KEY UPDATE";
  private static final String LEAVE =
      """
      DELETE FROM capacity_waiter w USING unnest(?::uuid[], ?::uuid[]) AS b (tenant_id, run_id)
      WHERE w.tenant_id = b.tenant_id AND w.run_id = b.run_id
      """;
  private static final String STAND =
      """
      INSERT INTO capacity_waiter (tenant_id, run_id, priority, weight)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::int[])
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET weight = excluded.weight
      """;

  /** Locks were taken before: nobody frees capacity meanwhile. */
  private static final String NEXT =
      """
      WITH line AS MATERIALIZED (
        SELECT c.tenant_id, w.run_id, w.since, w.weight, w.place, c.ceiling - c.used AS free,
               sum(w.weight) OVER (PARTITION BY c.tenant_id ORDER BY w.place) AS reach
        FROM capacity c LEFT JOIN LATERAL (
          SELECT w.run_id, w.since, w.weight, row_number() OVER (ORDER BY w.priority DESC, w.since, w.run_id) AS place
          FROM capacity_waiter w WHERE w.tenant_id = c.tenant_id
          ORDER BY w.priority DESC, w.since, w.run_id LIMIT %d) AS w ON true
        WHERE c.tenant_id = ANY (?::uuid[])),
      head AS (
        UPDATE capacity c SET head_run = l.run_id, head_weight = coalesce(l.weight, 0),
               accrues_from = l.since + make_interval(secs => %d)
        FROM line l WHERE c.tenant_id = l.tenant_id AND coalesce(l.place, 1) = 1
          AND c.head_run IS DISTINCT FROM l.run_id)
      INSERT INTO run_queue AS q (tenant_id, run_id, due_at)
      SELECT tenant_id, run_id, now() FROM line WHERE reach <= free ORDER BY tenant_id, run_id
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
      """
          .formatted(LOOK_AHEAD, Turns.ACCRUAL_SECONDS);

  @Override
  public Class<HoldWrite.Line> writes() {
    return HoldWrite.Line.class;
  }

  @Override
  public Rank rank() {
    return Rank.STATE;
  }

  @Override
  public List<Statement> statements(long worker, List<HoldWrite.Line> rows) {
    var sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(row -> row.holder().run().uuid()));
    var leave = sorted.stream().filter(row -> row.weight() == 0).toList();
    var stand = sorted.stream().filter(row -> row.weight() > 0).toList();
    var tenants = sorted.stream().map(HoldWrite.Line::tenant).distinct().toList();
    return List.of(
        lock(tenants),
        Statement.plain(LEAVE, parameters -> runs(parameters, leave)),
        Statement.plain(STAND, parameters -> stand(parameters, stand)),
        next(tenants));
  }

  /** Keeps capacity as it is until the transaction's end. */
  static Statement lock(List<TenantId> tenants) {
    return Statement.plain(LOCK, parameters -> tenants(parameters, tenants));
  }

  /** Wakes those that have room now. */
  static Statement next(List<TenantId> tenants) {
    return Statement.plain(NEXT, parameters -> tenants(parameters, tenants));
  }

  private static void tenants(Parameters parameters, List<TenantId> tenants) throws SQLException {
    parameters.over(tenants).with("uuid", TenantId::uuid);
  }

  private static void runs(Parameters parameters, List<HoldWrite.Line> rows) throws SQLException {
    parameters
        .over(rows)
        .with("uuid", row -> row.tenant().uuid())
        .with("uuid", row -> row.holder().run().uuid());
  }

  private static void stand(Parameters parameters, List<HoldWrite.Line> rows) throws SQLException {
    parameters
        .over(rows)
        .with("uuid", row -> row.tenant().uuid())
        .with("uuid", row -> row.holder().run().uuid())
        .with("int4", HoldWrite.Line::priority)
        .with("int4", HoldWrite.Line::weight);
  }
}
