package io.ganglion.coordination;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How much tenants may hold at one instant, where that changes outside of a worker's commits. */
public final class Capacity {
  /** Reason of a refusal: there is no room now. */
  public static final String FULL = "capacity";

  /** Reason of a refusal: it needs more at once than the tenant may ever hold. */
  public static final String TOO_DEEP = "capacity_exceeded";

  private Capacity() {}

  /** Nobody is admitted or gives anything back until the transaction's end. */
  public static void lock(Connection connection, List<TenantId> tenants) throws SQLException {
    Line.lock(tenants).write(connection);
  }

  /** Makes those due that wait and have room now; the rows are locked. */
  public static void wakeNext(Connection connection, List<TenantId> tenants) throws SQLException {
    Line.next(tenants).write(connection);
  }
}
