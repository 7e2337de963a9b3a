package io.ganglion.coordination;

import io.ganglion.kernel.TenantId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Looks after those that wait for a system or for capacity, should a wake-up have been lost, and
 * wakes those that wait for money once some has come back: one look for all of them, instead of one
 * by each.
 */
public final class Waiters {
  /** Systems that nobody has, though somebody waits for them. */
  private static final String IDLE =
      """
      SELECT DISTINCT w.tenant_id, w.system_id FROM system_waiter w
      WHERE w.tenant_id = ANY (?::uuid[])
        AND NOT EXISTS (SELECT FROM reservation r WHERE r.tenant_id = w.tenant_id AND r.system_id = w.system_id)
      """;

  private static final String SHORT =
      "SELECT DISTINCT tenant_id FROM capacity_waiter WHERE tenant_id = ANY (?::uuid[])";

  private Waiters() {}

  /** Makes those due whose turn it is; the connection sees the tenants. */
  public static void wake(Connection connection, List<TenantId> tenants) throws SQLException {
    Turns.disperse(tenants).write(connection); // and handed on below
    var idle =
        read(
            connection,
            IDLE,
            tenants,
            row -> new Turns.Place(tenant(row), row.getObject(2, UUID.class)));
    if (!idle.isEmpty()) {
      Turns.handOver(idle).write(connection);
    }
    var waiting = read(connection, SHORT, tenants, Waiters::tenant);
    if (!waiting.isEmpty()) {
      Capacity.lock(connection, waiting);
      Capacity.wakeNext(connection, waiting);
    }
  }

  /**
   * Makes those due that wait for money, where some has come back; the connection sees the tenants.
   */
  public static void wakeForMoney(Connection connection, List<TenantId> tenants)
      throws SQLException {
    try (var update = connection.prepareStatement(Queueing.WAKE)) {
      update.setArray(1, array(connection, tenants));
      update.executeUpdate();
    }
  }

  private static TenantId tenant(ResultSet row) throws SQLException {
    return new TenantId(row.getObject(1, UUID.class));
  }

  private static Array array(Connection connection, List<TenantId> tenants) throws SQLException {
    return connection.createArrayOf("uuid", tenants.stream().map(TenantId::uuid).toArray());
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> read(
      Connection connection, String sql, List<TenantId> tenants, Reader<T> reader)
      throws SQLException {
    var found = new ArrayList<T>();
    try (var select = connection.prepareStatement(sql)) {
      select.setArray(1, array(connection, tenants));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
    }
    return found;
  }
}
