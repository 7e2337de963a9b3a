package io.ganglion.engine;

import io.ganglion.db.EngineTx;
import io.ganglion.db.Lease;
import io.ganglion.run.RunRows;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes due runs: an equal share for each tenant that has any, oldest first. */
final class Claimer {
  /**
   * Lets the transaction see tenants with due runs, some of them where there are many: a loose scan
   * of the queue's index, which reads a row a tenant and not a row a run. Chance decides which, so
   * that no tenant is always first. Tells in how many milliseconds the first of the others is due.
   */
  private static final String SEE =
      """
      WITH RECURSIVE t AS (
        (SELECT tenant_id FROM run_queue ORDER BY tenant_id LIMIT 1)
        UNION ALL
        SELECT (SELECT q.tenant_id FROM run_queue q WHERE q.tenant_id > t.tenant_id ORDER BY q.tenant_id LIMIT 1)
        FROM t WHERE t.tenant_id IS NOT NULL),
      first AS MATERIALIZED (
        SELECT t.tenant_id, one.due_at
        FROM t CROSS JOIN LATERAL (
          SELECT q.due_at FROM run_queue q WHERE q.tenant_id = t.tenant_id
          ORDER BY q.due_at LIMIT 1) AS one),
      due AS (SELECT tenant_id FROM first WHERE due_at <= now() ORDER BY random() LIMIT ?)
      SELECT ganglion_set('ganglion.tenants', coalesce(string_agg(tenant_id::text, ','), '')),
             (SELECT ceil(1000 * extract(epoch FROM min(due_at) - now())) FROM first WHERE due_at > now())
      FROM due
      """;

  /** As {@link #SEE}, for tenants that were seen a moment ago. */
  private static final String SEEN = "SELECT ganglion_set('ganglion.tenants', ?)";

  /**
   * The oldest of a tenant's are the first of an index, and each run is found by its key. A planner
   * that takes a queue to be short, since it was when it last looked, would sort all of it.
   */
  private static final String IN_ORDER =
      """
      SELECT set_config('enable_sort', 'off', true), set_config('enable_material', 'off', true),
             ganglion_see(current_setting('ganglion.tenants'), true) -- not those that come to rest, to be moved
      """;

  /**
   * An equal share for each tenant; nothing where the worker is fenced, whose row is locked only
   * where something is due. Rows are found again by their ids alone, which no two runs share:
   * joined with what was picked the planner, which may not hash here, would compare each with each.
   */
  private static final String TAKE =
      """
      WITH want AS MATERIALIZED (
        SELECT string_to_array(nullif(current_setting('ganglion.tenants'), ''), ',')::uuid[] AS tenants),
      alive AS MATERIALIZED (
        SELECT tenants, greatest(1, ? / cardinality(tenants)) AS share
        FROM want CROSS JOIN worker
        WHERE tenants IS NOT NULL AND worker.id = ? AND fenced_at IS NULL AND lease_until > clock_timestamp()
        FOR KEY SHARE OF worker),
      picked AS (
        SELECT due.tenant_id, due.run_id, due.due_at
        FROM alive CROSS JOIN LATERAL unnest(alive.tenants) AS t (tenant_id)
        CROSS JOIN LATERAL (
          SELECT q.tenant_id, q.run_id, q.due_at
          FROM run_queue q JOIN run r ON r.tenant_id = q.tenant_id AND r.id = q.run_id
          WHERE q.tenant_id = t.tenant_id AND q.due_at BETWEEN ?::timestamptz AND now() AND r.owner IS NULL
          ORDER BY q.due_at LIMIT alive.share FOR UPDATE OF q SKIP LOCKED FOR NO KEY UPDATE OF r SKIP LOCKED) AS due),
      gone AS (DELETE FROM run_queue
               WHERE tenant_id = ANY (ARRAY(SELECT DISTINCT tenant_id FROM picked))
                 AND run_id = ANY (ARRAY(SELECT run_id FROM picked))),
      known AS (INSERT INTO worker_tenant (worker_id, tenant_id)
                SELECT DISTINCT ?::bigint, tenant_id FROM picked ON CONFLICT DO NOTHING),
      taken AS (
        UPDATE run SET owner = ?, state = 'RUNNING', phase = 'running', waiting_for = NULL,
               started_at = coalesce(started_at, now())
        WHERE tenant_id = ANY (ARRAY(SELECT DISTINCT tenant_id FROM picked))
          AND id = ANY (ARRAY(SELECT run_id FROM picked))
          AND owner IS NULL AND ended_at IS NULL -- one that ended while somebody woke it only leaves the queue
        RETURNING run.*, started_at = now() AS fresh),
      told AS (INSERT INTO outbox (tenant_id, run_id, type, data)
               SELECT tenant_id, id, 'run.state', json_build_object('state', 'RUNNING') FROM taken)
      SELECT r.*, w.version,
        (SELECT min(last) FROM (SELECT max(due_at) AS last FROM picked GROUP BY tenant_id) AS of)::text AS reached
      FROM taken r
      LEFT JOIN workflow w ON w.tenant_id = r.tenant_id AND w.id = r.workflow_id
      """;

  private static final String LOOK = String.join(";\n", SEE, IN_ORDER, TAKE);
  private static final String GO_ON = String.join(";\n", SEEN, IN_ORDER, TAKE);

  /** Longer than anybody waits for a claim. */
  private static final Duration LONG = Duration.ofDays(1);

  /** How long claims go on from where the one before stopped. */
  private static final Duration GLANCE = Duration.ofMillis(500);

  private final EngineTx tx;
  private volatile @Nullable Place place;
  private Duration idle = LONG;

  Claimer(EngineTx tx) {
    this.tx = tx;
  }

  /**
   * Where the last claim stopped, which took as many as it wanted. What was claimed lies before it:
   * deleted rows, which every claim would pass again as long as any session has an old snapshot.
   *
   * @param tenants with due runs, as the engine's transactions are told them
   * @param reached when the runs were due that it took last
   * @param until by the monotonic clock; then the whole queue is looked at again, since a run may
   *     have come in before the place
   */
  private record Place(String tenants, String reached, long until) {}

  /**
   * Takes up to {@code max} due runs; none when the worker is fenced. One message to the database
   * and one answer, a transaction by itself.
   */
  List<Claimed> claim(Lease lease, int max) throws SQLException {
    var from = place;
    return from != null && System.nanoTime() < from.until
        ? goOn(from, lease, max)
        : look(lease, max);
  }

  /** After a claim that found nothing: how long nothing is due, unless somebody says otherwise. */
  Duration idle() {
    return place == null ? idle : Duration.ZERO;
  }

  /** A tenant that had no due runs has one. */
  void lookAgain() {
    place = null;
  }

  private List<Claimed> look(Lease lease, int max) throws SQLException {
    return tx.once(
        connection -> {
          try (var claim = connection.prepareStatement(LOOK)) {
            claim.setInt(1, max);
            take(claim, 2, lease, max, "-infinity");
            claim.execute();
            try (var seen = claim.getResultSet()) {
              seen.next();
              long next = seen.getLong(2);
              idle = seen.wasNull() ? LONG : Duration.ofMillis(next);
              return claimed(claim, max, seen.getString(1), System.nanoTime() + GLANCE.toNanos());
            }
          }
        });
  }

  private List<Claimed> goOn(Place from, Lease lease, int max) throws SQLException {
    return tx.once(
        connection -> {
          try (var claim = connection.prepareStatement(GO_ON)) {
            claim.setString(1, from.tenants);
            take(claim, 2, lease, max, from.reached);
            claim.execute();
            return claimed(claim, max, from.tenants, from.until);
          }
        });
  }

  private static void take(PreparedStatement claim, int first, Lease lease, int max, String from)
      throws SQLException {
    int i = first;
    claim.setInt(i++, max);
    claim.setLong(i++, lease.worker());
    claim.setString(i++, from);
    claim.setLong(i++, lease.worker());
    claim.setLong(i, lease.worker());
  }

  private List<Claimed> claimed(PreparedStatement claim, int max, String tenants, long until)
      throws SQLException {
    claim.getMoreResults();
    claim.getMoreResults();
    var claimed = new ArrayList<Claimed>();
    String reached = null;
    try (var row = claim.getResultSet()) {
      while (row.next()) {
        reached = row.getString("reached");
        claimed.add(new Claimed(RunRows.read(row), row.getBoolean("fresh")));
      }
    }
    place = reached == null || claimed.size() < max ? null : new Place(tenants, reached, until);
    return claimed;
  }
}
