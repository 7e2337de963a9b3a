package io.ganglion.billing;

import io.ganglion.coordination.Capacity;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What admission goes by, of the tenant's one row; called inside a tenant's transaction. */
final class CapacityStore {
  private static final String SET =
      """
      INSERT INTO capacity (tenant_id, k, ceiling) VALUES (?, ?, ?)
      ON CONFLICT (tenant_id) DO UPDATE SET k = excluded.k, ceiling = excluded.ceiling
      WHERE (capacity.k, capacity.ceiling) <> (excluded.k, excluded.ceiling)
      """;
  private static final String NOW =
      """
      SELECT coalesce(c.k, d.k), coalesce(c.ceiling, d.k), coalesce(c.used, 0),
        (SELECT count(*) FROM capacity_waiter w WHERE w.tenant_id = d.tenant_id)
      FROM (SELECT ?::uuid AS tenant_id, ?::int AS k) d LEFT JOIN capacity c USING (tenant_id)
      """;

  private CapacityStore() {}

  /**
   * Locks the row that each admission of the tenant updates, late in the transaction, and makes
   * those due that wait and have room now.
   *
   * @param ceiling not below {@code k}
   */
  static void set(Connection connection, TenantId tenant, int k, int ceiling) throws SQLException {
    try (var set = connection.prepareStatement(SET)) {
      set.setObject(1, tenant.uuid());
      set.setInt(2, k);
      set.setInt(3, ceiling);
      set.executeUpdate();
    }
    Capacity.wakeNext(connection, List.of(tenant));
  }

  /**
   * @param unset K of a tenant that has no row
   */
  static Allotment now(Connection connection, TenantId tenant, int unset) throws SQLException {
    try (var select = connection.prepareStatement(NOW)) {
      select.setObject(1, tenant.uuid());
      select.setInt(2, unset);
      try (var row = select.executeQuery()) {
        row.next();
        return new Allotment(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
      }
    }
  }
}
