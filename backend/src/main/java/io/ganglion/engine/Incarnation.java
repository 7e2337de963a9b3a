package io.ganglion.engine;

import io.ganglion.db.CommitFailed;
import io.ganglion.db.EngineTx;
import io.ganglion.db.GroupCommit;
import io.ganglion.db.Lease;
import io.ganglion.db.Write;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A worker from its registration to the loss of its lease: the runs it holds in memory and what
 * keeps them going. When the lease is lost everything in it is void and a new incarnation starts
 * from the database.
 */
final class Incarnation implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Incarnation.class);
  private static final String CANCELLED =
      "SELECT id FROM run WHERE owner = ? AND cancel_requested_at IS NOT NULL";
  private static final String LET_GO =
      """
      WITH freed AS (
        UPDATE run SET owner = NULL, state = 'QUEUED', phase = 'pending'
        WHERE tenant_id = ? AND id = ? AND owner = ? RETURNING tenant_id, id),
      closed AS (
        UPDATE hold SET closed_at = greatest(opened_at, now()), close_reason = 'rescue'
        FROM freed WHERE hold.tenant_id = freed.tenant_id AND hold.run_id = freed.id AND hold.closed_at IS NULL)
      INSERT INTO run_queue AS q (tenant_id, run_id, due_at)
      SELECT tenant_id, id, now() + make_interval(secs => ?) FROM freed
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
      """;

  /** A run that met a trouble nobody expected is not taken up again at once. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** The past of so many runs is read together. */
  private static final int READ_TOGETHER = 100;

  private final Lease lease;
  private final GroupCommit commits;
  private final EngineTx tx;
  private final Walks walks;
  private final Program program;
  private final Settling settling;
  private final ConcurrentHashMap<RunId, Walk> walking = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<RunId, TenantId> held = new ConcurrentHashMap<>();
  private final Set<RunId> cancelled = ConcurrentHashMap.newKeySet();
  private volatile boolean leaving;

  Incarnation(
      Lease lease,
      GroupCommit commits,
      EngineTx tx,
      Walks walks,
      Program program,
      Settling settling) {
    this.lease = lease;
    this.commits = commits;
    this.tx = tx;
    this.walks = walks;
    this.program = program;
    this.settling = settling;
  }

  Lease lease() {
    return lease;
  }

  int size() {
    return held.size();
  }

  /**
   * Walks claimed runs, each on a virtual thread of its own.
   *
   * @param left told when the run has left memory, and whether what it gave back may have made
   *     others due
   */
  void take(List<Claimed> claimed, Consumer<Boolean> left) {
    var known = new ArrayList<Claimed>();
    for (var one : claimed) {
      var run = one.run();
      held.put(run.id(), run.tenant());
      if (run.cancelRequested()) {
        cancelled.add(run.id());
      }
      if (one.fresh()) {
        start(one, Walks.none(one, commits), left);
      } else {
        known.add(one);
      }
    }
    for (int from = 0; from < known.size(); from += READ_TOGETHER) {
      var some = known.subList(from, Math.min(from + READ_TOGETHER, known.size()));
      Thread.ofVirtual().start(() -> readBack(some, left));
    }
  }

  private void readBack(List<Claimed> claimed, Consumer<Boolean> left) {
    try {
      var pasts = walks.read(claimed, commits);
      claimed.forEach(one -> start(one, pasts.get(one.run().id().uuid()), left));
    } catch (Exception e) {
      if (claimed.size() > 1) { // the others need not suffer from one that can't be read
        claimed.forEach(one -> readBack(List.of(one), left));
      } else {
        left(claimed.getFirst(), e, left);
      }
    }
  }

  private void start(Claimed claimed, Walks.@Nullable Past past, Consumer<Boolean> left) {
    var name = claimed.run().id().toString();
    Thread.ofVirtual().name(name).start(() -> walk(claimed, Objects.requireNonNull(past), left));
  }

  private void walk(Claimed claimed, Walks.Past past, Consumer<Boolean> left) {
    var run = claimed.run();
    boolean gave = false;
    try {
      var asked = new Walks.Asked(() -> cancelled.contains(run.id()), () -> leaving);
      var walk = walks.open(claimed, past, lease, commits, asked);
      walking.put(run.id(), walk);
      new RunTask(walk, program, settling).run();
      gave = walk.scope().holds().gave();
    } catch (CommitFailed.Fenced e) {
      LOG.debugf("run %s: the lease was lost", run.id());
    } catch (Unwind.HandedOver e) {
      letGo(run.tenant(), run.id(), Duration.ZERO);
    } catch (Exception e) {
      letGo(run, e);
    } finally {
      forget(run.id());
      left.accept(gave);
    }
  }

  private void left(Claimed claimed, Exception because, Consumer<Boolean> left) {
    letGo(claimed.run(), because);
    forget(claimed.run().id());
    left.accept(false);
  }

  private void forget(RunId run) {
    walking.remove(run);
    cancelled.remove(run);
    held.remove(run);
  }

  /** Its memory can't be trusted: back to the queue, to be walked again from the journal. */
  private void letGo(Run run, Exception because) {
    var cause = because.getCause() == null ? "" : ": " + because.getCause().getMessage();
    LOG.warnf("run %s is let go for a second: %s%s", run.id(), because.getMessage(), cause);
    letGo(run.tenant(), run.id(), REST);
  }

  private void letGo(TenantId tenant, RunId run, Duration rest) {
    while (!lease.expired()) { // after that a rescuer does it
      try {
        tx.call(
            List.of(tenant),
            connection -> {
              try (var free = connection.prepareStatement(LET_GO)) {
                free.setObject(1, tenant.uuid());
                free.setObject(2, run.uuid());
                free.setLong(3, lease.worker());
                free.setLong(4, rest.toSeconds());
                return free.executeUpdate();
              }
            });
        return;
      } catch (SQLException e) {
        java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
      }
    }
  }

  /** Learns which of its runs somebody asked to cancel. */
  void watchCancellations() throws SQLException {
    if (held.isEmpty()) {
      return;
    }
    var tenants = Set.copyOf(held.values());
    cancelled.addAll(
        tx.call(
            tenants,
            connection -> {
              var runs = new ArrayList<RunId>();
              try (var select = connection.prepareStatement(CANCELLED)) {
                select.setLong(1, lease.worker());
                try (var row = select.executeQuery()) {
                  while (row.next()) {
                    runs.add(new RunId(row.getObject(1, UUID.class)));
                  }
                }
              }
              return runs;
            }));
  }

  /** Closes the holds whose tail is over. */
  void closeIdleHolds() {
    walking
        .values()
        .forEach(
            walk -> {
              List<Write> closing = walk.scope().holds().closeIdle(lease.now());
              if (!closing.isEmpty()) {
                var unused = commits.submit(walk.run().id().uuid(), closing);
              }
            });
  }

  /** Asks all runs to leave at their next step; what they have under way they bring to its end. */
  void leave() {
    leaving = true;
  }

  /** Commits nothing more; the walks end by themselves as they notice. */
  @Override
  public void close() {
    commits.close();
  }
}
