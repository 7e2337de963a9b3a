package io.ganglion.coordination;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How much tenants may hold at one instant, where that changes outside of a worker's commits. */
public final class Capacity {
  /** Reason of a refusal: there is no room now. */
  public static final String FULL = "capacity";

  /** Reason of a refusal: it needs more at once than the tenant may ever hold. */
  public static final String TOO_DEEP = "capacity_exceeded";

  /**
   * What is held, a system of a family once, where the row says something else; one snapshot sees
   * both as one commit left them.
   */
  private static final String DRIFT =
      """
      SELECT c.tenant_id, o.used FROM capacity c CROSS JOIN LATERAL (
        SELECT coalesce(sum(s.weight), 0)::int AS used FROM (
          SELECT max(h.weight) AS weight FROM hold h
          WHERE h.tenant_id = c.tenant_id AND h.closed_at IS NULL AND h.zero_rate IS NULL
          GROUP BY h.run_id, h.system_id) AS s) AS o
      WHERE c.tenant_id = ANY (?::uuid[]) AND c.used <> o.used
      """;

  private static final String RECOUNT =
      "WITH o AS MATERIALIZED ("
          + DRIFT
          + ") UPDATE capacity c SET used = o.used FROM o WHERE c.tenant_id = o.tenant_id";

  private Capacity() {}

  /** Nobody is admitted or gives anything back until the transaction's end. */
  public static void lock(Connection connection, List<TenantId> tenants) throws SQLException {
    Line.lock(tenants).write(connection);
  }

  /** Takes what is held for what counts; the rows are locked. */
  public static void recount(Connection connection, List<TenantId> tenants) throws SQLException {
    try (var update = connection.prepareStatement(RECOUNT)) {
      bind(update, tenants);
      update.executeUpdate();
    }
  }

  /** Tenants whose rows say something else than their holds, which no commit should leave. */
  public static List<TenantId> drifted(Connection connection, List<TenantId> tenants)
      throws SQLException {
    var drifted = new ArrayList<TenantId>();
    try (var select = connection.prepareStatement(DRIFT)) {
      bind(select, tenants);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          drifted.add(new TenantId(row.getObject(1, UUID.class)));
        }
      }
    }
    return drifted;
  }

  private static void bind(PreparedStatement statement, List<TenantId> tenants)
      throws SQLException {
    var ids = tenants.stream().map(TenantId::uuid).toArray();
    statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids));
  }

  /** Makes those due that wait and have room now; the rows are locked. */
  public static void wakeNext(Connection connection, List<TenantId> tenants) throws SQLException {
    Line.next(tenants).write(connection);
  }
}
