package io.ganglion.meter;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The rows that an hour's holds make, in the order of root runs, systems and time. */
final class HourHolds {
  /**
   * An open hold is as one that goes on. OFFSET keeps the planner from joining an hour's holds with
   * all runs of the tenant.
   */
  private static final String HOLDS =
      """
      WITH w AS (SELECT ?::uuid AS tenant, ?::timestamptz AS start, ?::timestamptz AS stop)
      SELECT h.id, h.run_id, h.system_id, r.agent_id, r.workflow_id, h.connector, h.weight, h.fence, h.zero_rate,
             greatest(h.opened_at, w.start) AS opened, least(h.closed_at, w.stop) AS closed,
             CASE WHEN h.closed_at <= w.stop THEN h.close_reason END AS reason,
             z.from_at, z.to_at, z.code
      FROM w
      CROSS JOIN LATERAL (
        SELECT * FROM hold c WHERE c.tenant_id = w.tenant AND c.closed_at > w.start AND c.opened_at < w.stop
        UNION ALL
        SELECT * FROM hold o WHERE o.tenant_id = w.tenant AND o.closed_at IS NULL AND o.opened_at < w.stop) h
      LEFT JOIN LATERAL (
        SELECT r.agent_id, r.workflow_id FROM run r
        WHERE r.tenant_id = h.tenant_id AND r.id = coalesce(h.member_id, h.run_id) OFFSET 0) r ON true
      LEFT JOIN LATERAL (
        SELECT z.from_at, z.to_at, z.code FROM hold_zero z
        WHERE z.tenant_id = h.tenant_id AND z.hold_id = h.id AND z.from_at < w.stop AND z.to_at > w.start OFFSET 0) z ON true
      ORDER BY h.run_id, h.system_id, h.opened_at, h.id, z.from_at
      """;

  /** Rows that are under way from the database at once. */
  private static final int FETCH = 2_000;

  private HourHolds() {}

  /**
   * @param connection of the tenant's transaction
   * @param hour its beginning
   */
  static void each(Connection connection, TenantId tenant, Instant hour, HeldRows.Taker taker)
      throws SQLException {
    try (var select = connection.prepareStatement(HOLDS)) {
      select.setFetchSize(FETCH);
      select.setObject(1, tenant.uuid());
      select.setObject(2, hour.atOffset(ZoneOffset.UTC));
      select.setObject(3, hour.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        HeldRows.each(row, taker);
      }
    }
  }
}
