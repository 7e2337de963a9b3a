package io.ganglion.meter;

import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is held and not in the ledger yet, as the rows that it will make: for figures that can't
 * wait for the hour's end. Called inside a tenant's transaction.
 */
public final class Unsealed {
  /** Holds that reach past what is sealed. */
  private static final String UNSEALED =
      """
      FROM hold h CROSS JOIN LATERAL (
        SELECT coalesce((SELECT d.sealed_to FROM ledger_head d WHERE d.tenant_id = h.tenant_id), '-infinity') AS at) AS sealed
      WHERE h.tenant_id = ? AND h.opened_at < ? AND (h.closed_at > sealed.at OR h.closed_at IS NULL) AND sealed.at < ?
      """;

  private static final String BEFORE = "SELECT EXISTS (SELECT " + UNSEALED + ")";

  private static final String BETWEEN =
      """
      SELECT h.id, h.run_id, h.system_id, r.agent_id, r.workflow_id, h.connector, h.weight, h.fence, h.zero_rate,
             greatest(h.opened_at, sealed.at, ?) AS opened, least(h.closed_at, ?) AS closed, NULL AS reason,
             z.from_at, z.to_at, z.code
      """
          + UNSEALED.replace(
              "FROM hold h CROSS",
              """
              FROM hold h
              LEFT JOIN run r ON r.tenant_id = h.tenant_id AND r.id = coalesce(h.member_id, h.run_id)
              LEFT JOIN hold_zero z ON z.tenant_id = h.tenant_id AND z.hold_id = h.id CROSS""")
          + " AND (h.closed_at > ? OR h.closed_at IS NULL) ORDER BY h.run_id, h.system_id, h.opened_at, h.id, z.from_at";

  private Unsealed() {}

  /** Whether something was held before an instant that is not sealed. */
  public static boolean before(Connection connection, TenantId tenant, Instant until)
      throws SQLException {
    try (var select = connection.prepareStatement(BEFORE)) {
      unsealed(select, 0, tenant, until);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** The rows of a stretch of time. */
  public static List<Row> between(Connection connection, TenantId tenant, Instant from, Instant to)
      throws SQLException {
    var rows = new ArrayList<Row>();
    try (var select = connection.prepareStatement(BETWEEN)) {
      select.setTimestamp(1, Timestamp.from(from));
      select.setTimestamp(2, Timestamp.from(to));
      unsealed(select, 2, tenant, to);
      select.setTimestamp(6, Timestamp.from(from));
      try (var row = select.executeQuery()) {
        HeldRows.each(row, rows::add);
      }
    }
    return rows;
  }

  private static void unsealed(PreparedStatement select, int before, TenantId tenant, Instant to)
      throws SQLException {
    select.setObject(before + 1, tenant.uuid());
    select.setTimestamp(before + 2, Timestamp.from(to));
    select.setTimestamp(before + 3, Timestamp.from(to));
  }
}
