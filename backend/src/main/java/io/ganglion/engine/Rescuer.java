package io.ganglion.engine;

import io.ganglion.coordination.Capacity;
import io.ganglion.db.EngineTx;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Frees the runs of workers whose lease ran out. Taking the worker's row FOR UPDATE first ends its
 * commits for good.
 */
final class Rescuer {
  private static final String EXPIRED =
      "SELECT id FROM worker WHERE fenced_at IS NULL AND lease_until < clock_timestamp()";
  private static final String FENCE =
      """
      WITH dead AS (SELECT id FROM worker WHERE id = ? AND fenced_at IS NULL
                      AND (lease_until < clock_timestamp() OR ?) FOR UPDATE SKIP LOCKED)
      UPDATE worker SET fenced_at = clock_timestamp() FROM dead WHERE worker.id = dead.id
      """;
  private static final String TENANTS = "SELECT tenant_id FROM worker_tenant WHERE worker_id = ?";
  private static final String CLOSE_HOLDS =
      """
      UPDATE hold SET closed_at = greatest(opened_at, w.heartbeat_at), close_reason = 'rescue'
      FROM worker w WHERE w.id = ? AND hold.fence = w.id AND hold.closed_at IS NULL
      """;
  private static final String FREE =
      """
      WITH freed AS (
        UPDATE run SET owner = NULL, state = 'QUEUED', phase = 'pending' WHERE owner = ? RETURNING tenant_id, id)
      INSERT INTO run_queue AS q (tenant_id, run_id, due_at) SELECT tenant_id, id, now() FROM freed
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
      """;
  private static final String FORGET = "DELETE FROM worker_tenant WHERE worker_id = ?";

  private final EngineTx tx;

  Rescuer(EngineTx tx) {
    this.tx = tx;
  }

  /** Rescues from every worker whose lease ran out; the number of runs freed. */
  int rescueExpired() throws SQLException {
    int freed = 0;
    for (long worker : tx.call(List.of(), Rescuer::expired)) {
      freed += rescue(worker, false);
    }
    return freed;
  }

  /** Gives up everything of a worker that stops in good order. */
  int handOver(long worker) throws SQLException {
    return rescue(worker, true);
  }

  private static List<Long> expired(Connection connection) throws SQLException {
    var workers = new ArrayList<Long>();
    try (var select = connection.prepareStatement(EXPIRED);
        var row = select.executeQuery()) {
      while (row.next()) {
        workers.add(row.getLong(1));
      }
    }
    return workers;
  }

  private int rescue(long worker, boolean willing) throws SQLException {
    return tx.call(
        List.of(),
        connection -> {
          try (var fence = connection.prepareStatement(FENCE)) {
            fence.setLong(1, worker);
            fence.setBoolean(2, willing);
            if (fence.executeUpdate() == 0) {
              return 0; // somebody else has it, or it came back
            }
          }
          var tenants = tenants(connection, worker);
          EngineTx.see(connection, tenants);
          Capacity.lock(connection, tenants);
          update(connection, CLOSE_HOLDS, worker);
          Capacity.recount(connection, tenants);
          Capacity.wakeNext(connection, tenants);
          int freed = update(connection, FREE, worker);
          update(connection, FORGET, worker);
          return freed;
        });
  }

  private static List<TenantId> tenants(Connection connection, long worker) throws SQLException {
    var tenants = new ArrayList<TenantId>();
    try (var select = connection.prepareStatement(TENANTS)) {
      select.setLong(1, worker);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          tenants.add(new TenantId(row.getObject(1, UUID.class)));
        }
      }
    }
    return tenants;
  }

  private static int update(Connection connection, String sql, long worker) throws SQLException {
    try (var update = connection.prepareStatement(sql)) {
      update.setLong(1, worker);
      return update.executeUpdate();
    }
  }
}
