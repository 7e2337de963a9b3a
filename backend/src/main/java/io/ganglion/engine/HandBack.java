package io.ganglion.engine;

import io.ganglion.coordination.Capacity;
import io.ganglion.coordination.Waiters;
import io.ganglion.db.EngineTx;
import io.ganglion.db.Lease;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Gives runs of a living worker back to the queue. */
final class HandBack {
  private static final Logger LOG = Logger.getLogger(HandBack.class);
  private static final String GIVE =
      """
      WITH freed AS (
        UPDATE run SET owner = NULL, state = 'QUEUED', phase = 'pending'
        WHERE tenant_id = ? AND id = ? AND owner = ? RETURNING tenant_id, id, root_id),
      closed AS (
        UPDATE hold SET closed_at = greatest(opened_at, now()), close_reason = 'rescue'
        FROM freed WHERE hold.tenant_id = freed.tenant_id AND hold.run_id = freed.root_id
          AND hold.run_id = ANY (ARRAY(SELECT root_id FROM freed))
          AND coalesce(hold.member_id, hold.run_id) = freed.id AND hold.closed_at IS NULL)
      INSERT INTO run_queue AS q (tenant_id, run_id, due_at)
      SELECT tenant_id, id, now() + make_interval(secs => ?) FROM freed
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
      """;
  private static final String TENANTS = "SELECT tenant_id FROM worker_tenant WHERE worker_id = ?";
  private static final String OWNED = "SELECT tenant_id, id FROM run WHERE owner = ?";

  private final EngineTx tx;

  HandBack(EngineTx tx) {
    this.tx = tx;
  }

  /** A run as the database knows it. */
  private record Owned(TenantId tenant, RunId run) {}

  /**
   * Gives one back, to be taken up again after a rest. Nothing happens where the worker does not
   * own it any more.
   */
  void give(Lease lease, TenantId tenant, RunId run, Duration rest) throws SQLException {
    tx.call(
        List.of(tenant),
        connection -> {
          Capacity.lock(connection, List.of(tenant));
          try (var give = connection.prepareStatement(GIVE)) {
            give.setObject(1, tenant.uuid());
            give.setObject(2, run.uuid());
            give.setLong(3, lease.worker());
            give.setLong(4, rest.toSeconds());
            give.executeUpdate();
          }
          return free(connection, List.of(tenant));
        });
  }

  /** The capacity rows are locked. */
  private static boolean free(Connection connection, List<TenantId> tenants) throws SQLException {
    Capacity.recount(connection, tenants);
    Capacity.wakeNext(connection, tenants);
    return true;
  }

  /**
   * Gives back what the worker owns by the database and does not have: it was let go, or the answer
   * to its claim was lost. Must not run beside a claim, whose runs would look the same.
   */
  void strays(Lease lease, Predicate<RunId> held, Duration rest) throws SQLException {
    var tenants = tx.call(List.of(), connection -> tenants(connection, lease));
    var strays = new ArrayList<>(tx.call(tenants, connection -> owned(connection, lease)));
    strays.removeIf(one -> held.test(one.run));
    for (var stray : strays) {
      give(lease, stray.tenant, stray.run, rest);
    }
  }

  /**
   * Counts again where used capacity is not what is held: a mistake of ours must not keep a tenant
   * from its capacity for good.
   */
  void mendCapacity(Lease lease) throws SQLException {
    var tenants = tx.call(List.of(), connection -> tenants(connection, lease));
    var drifted = tx.call(tenants, connection -> Capacity.drifted(connection, tenants));
    if (drifted.isEmpty()) {
      return;
    }
    LOG.errorf("used capacity was not what is held, and is counted again: %s", drifted);
    tx.call(
        drifted,
        connection -> {
          Capacity.lock(connection, drifted);
          return free(connection, drifted);
        });
  }

  /** Wakes those whose turn it is, should nobody have. */
  void wakeWaiters(Lease lease) throws SQLException {
    look(lease, Waiters::wake);
  }

  /** Wakes those that wait at a spend cap, where money was given back since the look before. */
  void wakeForMoney(Lease lease) throws SQLException {
    look(lease, Waiters::wakeForMoney);
  }

  private interface Look {
    void at(Connection connection, List<TenantId> tenants) throws SQLException;
  }

  /** At all tenants that the worker works for. */
  private void look(Lease lease, Look look) throws SQLException {
    var tenants = tx.call(List.of(), connection -> tenants(connection, lease));
    tx.call(
        tenants,
        connection -> {
          look.at(connection, tenants);
          return true;
        });
  }

  private static List<TenantId> tenants(Connection connection, Lease lease) throws SQLException {
    var tenants = new ArrayList<TenantId>();
    try (var select = connection.prepareStatement(TENANTS)) {
      select.setLong(1, lease.worker());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          tenants.add(new TenantId(row.getObject(1, UUID.class)));
        }
      }
    }
    return tenants;
  }

  private static List<Owned> owned(Connection connection, Lease lease) throws SQLException {
    var owned = new ArrayList<Owned>();
    try (var select = connection.prepareStatement(OWNED)) {
      select.setLong(1, lease.worker());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          owned.add(
              new Owned(
                  new TenantId(row.getObject(1, UUID.class)),
                  new RunId(row.getObject(2, UUID.class))));
        }
      }
    }
    return owned;
  }
}
