package io.ganglion.engine;

import io.ganglion.db.EngineTx;
import io.ganglion.db.Lease;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Takes due runs: an equal share for each tenant that has any, oldest first. */
final class Claimer {
  /**
   * Tenants with due runs, by a loose scan of the queue's index: a row read a tenant, not a row a
   * run.
   */
  private static final String DUE =
      """
      WITH RECURSIVE t AS (
        (SELECT tenant_id FROM run_queue ORDER BY tenant_id LIMIT 1)
        UNION ALL
        SELECT (SELECT q.tenant_id FROM run_queue q WHERE q.tenant_id > t.tenant_id ORDER BY q.tenant_id LIMIT 1)
        FROM t WHERE t.tenant_id IS NOT NULL)
      SELECT tenant_id FROM t
      WHERE tenant_id IS NOT NULL
        AND EXISTS (SELECT FROM run_queue q WHERE q.tenant_id = t.tenant_id AND q.due_at <= now())
      """;

  private static final String FENCE =
      "SELECT FROM worker WHERE id = ? AND fenced_at IS NULL AND lease_until > clock_timestamp() FOR KEY SHARE";

  /**
   * The oldest of a tenant's are the first of an index, and each run is found by its key. A planner
   * that takes a queue to be short, since it was when it last looked, would sort all of it.
   */
  private static final String IN_ORDER =
      """
      SELECT set_config(name, 'off', true) FROM unnest(ARRAY[
        'enable_sort', 'enable_bitmapscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_material']) AS name
      """;

  private static final String TAKE =
      """
      WITH picked AS (
        SELECT due.tenant_id, due.run_id, due.fresh
        FROM unnest(?::uuid[]) AS t (tenant_id)
        CROSS JOIN LATERAL (
          SELECT q.tenant_id, q.run_id, r.started_at IS NULL AS fresh
          FROM run_queue q JOIN run r ON r.tenant_id = q.tenant_id AND r.id = q.run_id
          WHERE q.tenant_id = t.tenant_id AND q.due_at <= now() AND r.owner IS NULL
          ORDER BY q.due_at LIMIT ? FOR UPDATE OF q SKIP LOCKED FOR NO KEY UPDATE OF r SKIP LOCKED) AS due),
      gone AS (DELETE FROM run_queue q USING picked p
               WHERE q.tenant_id = p.tenant_id AND q.run_id = p.run_id AND q.run_id = ANY (ARRAY(SELECT run_id FROM picked))),
      known AS (INSERT INTO worker_tenant (worker_id, tenant_id)
                SELECT DISTINCT ?::bigint, tenant_id FROM picked ON CONFLICT DO NOTHING),
      taken AS (
        UPDATE run SET owner = ?, state = 'RUNNING', phase = 'running', waiting_for = NULL,
               started_at = coalesce(started_at, now())
        FROM picked p WHERE run.tenant_id = p.tenant_id AND run.id = p.run_id AND run.owner IS NULL
          AND run.ended_at IS NULL -- one that ended while somebody woke it only leaves the queue
          AND run.id = ANY (ARRAY(SELECT run_id FROM picked)) -- else the planner may read all of the tenant's
        RETURNING run.*, p.fresh),
      told AS (INSERT INTO outbox (tenant_id, run_id, type, data)
               SELECT tenant_id, id, 'run.state', json_build_object('state', 'RUNNING') FROM taken)
      SELECT r.*, w.version, r.fresh FROM taken r
      LEFT JOIN workflow w ON w.tenant_id = r.tenant_id AND w.id = r.workflow_id
      """;

  private final EngineTx tx;

  Claimer(EngineTx tx) {
    this.tx = tx;
  }

  /** Takes up to {@code max} due runs; none when the worker is fenced. */
  List<Claimed> claim(Lease lease, int max) throws SQLException {
    var due = tx.call(List.of(), Claimer::dueTenants);
    if (due.isEmpty()) {
      return List.of();
    }
    Collections.shuffle(due); // no tenant is always first
    var tenants = due.subList(0, Math.min(due.size(), max));
    int share = Math.max(1, max / tenants.size());
    return tx.call(tenants, connection -> take(connection, lease, tenants, share));
  }

  private static List<TenantId> dueTenants(Connection connection) throws SQLException {
    var tenants = new ArrayList<TenantId>();
    try (var select = connection.prepareStatement(DUE);
        var row = select.executeQuery()) {
      while (row.next()) {
        tenants.add(new TenantId(row.getObject(1, UUID.class)));
      }
    }
    return tenants;
  }

  private static List<Claimed> take(
      Connection connection, Lease lease, List<TenantId> tenants, int share) throws SQLException {
    try (var fence = connection.prepareStatement(FENCE)) {
      fence.setLong(1, lease.worker());
      try (var row = fence.executeQuery()) {
        if (!row.next()) {
          return List.of();
        }
      }
    }
    try (var plan = connection.prepareStatement(IN_ORDER)) {
      plan.execute();
    }
    var claimed = new ArrayList<Claimed>();
    try (var take = connection.prepareStatement(TAKE)) {
      take.setArray(
          1, connection.createArrayOf("uuid", tenants.stream().map(TenantId::uuid).toArray()));
      take.setInt(2, share);
      take.setLong(3, lease.worker());
      take.setLong(4, lease.worker());
      try (var row = take.executeQuery()) {
        while (row.next()) {
          claimed.add(new Claimed(RunRows.read(row), row.getBoolean("fresh")));
        }
      }
    }
    return claimed;
  }
}
