package io.ganglion.bus;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes away events whose time is over. */
public final class Sweeping {
  private static final String TENANTS = "SELECT tenant_id FROM bus ORDER BY tenant_id";
  private static final String SWEEP =
      """
      DELETE FROM event e USING (
        SELECT tenant_id, seq FROM event
        WHERE tenant_id = ANY (?) AND stored_at < now() - make_interval(secs => ?) LIMIT ?) AS old
      WHERE e.tenant_id = old.tenant_id AND e.seq = old.seq
      """;

  private Sweeping() {}

  /** Every tenant that ever had an event. */
  public static List<TenantId> tenants(Connection connection) throws SQLException {
    var tenants = new ArrayList<TenantId>();
    try (var select = connection.prepareStatement(TENANTS);
        var row = select.executeQuery()) {
      while (row.next()) {
        tenants.add(new TenantId(row.getObject(1, UUID.class)));
      }
    }
    return tenants;
  }

  /**
   * Takes away some; the connection sees the tenants.
   *
   * @return how many; fewer than {@code max} when none is left
   */
  public static int sweep(Connection connection, List<TenantId> tenants, Duration kept, int max)
      throws SQLException {
    try (var delete = connection.prepareStatement(SWEEP)) {
      delete.setArray(
          1, connection.createArrayOf("uuid", tenants.stream().map(TenantId::uuid).toArray()));
      delete.setLong(2, kept.toSeconds());
      delete.setInt(3, max);
      return delete.executeUpdate();
    }
  }
}
