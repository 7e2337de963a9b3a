package io.ganglion.engine;

import io.ganglion.db.CommitFailed;
import io.ganglion.db.Commits;
import io.ganglion.db.EngineTx;
import io.ganglion.db.GroupCommit;
import io.ganglion.db.Lease;
import io.ganglion.db.Write;
import io.ganglion.kernel.RunId;
import io.ganglion.run.BegunRun;
import io.ganglion.run.NewRun;
import io.ganglion.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

  /** A run that met a trouble nobody expected is not taken up again at once. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** How long a run may stay whose claim was never answered. */
  private static final Duration STRAYS = Duration.ofSeconds(5);

  /** How long capacity may count what is not held, and a wake-up may be lost. */
  private static final Duration MEND = Duration.ofSeconds(30);

  /** The past of so many runs is read together. */
  private static final int READ_TOGETHER = 250;

  private final Lease lease;
  private final GroupCommit commits;
  private final EngineTx tx;
  private final Walks walks;
  private final Program program;
  private final Settling settling;
  private final HandBack handBack;
  private final ConcurrentHashMap<RunId, Walk> walking = new ConcurrentHashMap<>();

  /** By the claim: a run that parks may be claimed again before its last stay has quite left. */
  private final ConcurrentHashMap<RunId, Claimed> held = new ConcurrentHashMap<>();

  /** Runs that are being accepted: they are this worker's as soon as they are anybody's. */
  private final Set<RunId> arriving = ConcurrentHashMap.newKeySet();

  private final Set<RunId> cancelled = ConcurrentHashMap.newKeySet();
  private volatile boolean leaving;

  /** Whether a run has just been let go. */
  private volatile boolean trouble;

  private long soughtStrays = System.nanoTime();
  private long mended = System.nanoTime();

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
    this.handBack = new HandBack(tx);
  }

  Lease lease() {
    return lease;
  }

  int size() {
    return held.size() + arriving.size();
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
      held.put(run.id(), one);
      if (run.cancelRequested()) {
        cancelled.add(run.id());
      }
      if (one.fresh()) {
        start(one, walks.none(one, commits), left);
      } else {
        known.add(one);
      }
    }
    for (int from = 0; from < known.size(); from += READ_TOGETHER) {
      var some = known.subList(from, Math.min(from + READ_TOGETHER, known.size()));
      Thread.ofVirtual().start(() -> readBack(some, left));
    }
  }

  /**
   * Accepts a run and walks it.
   *
   * @param version of its workflow
   * @return empty when it was not accepted
   * @throws CommitFailed.Lost when that is not known
   */
  Optional<Run> begin(NewRun accepted, String version, Consumer<Boolean> left) {
    if (!arriving.add(accepted.id())) {
      return Optional.empty();
    }
    try {
      var begun = new BegunRun(accepted);
      var committed = Commits.await(commits.submit(accepted.id().uuid(), List.<Write>of(begun)));
      var run = begun.asOf(version, committed.databaseTime());
      take(List.of(new Claimed(run, true)), left);
      return Optional.of(run);
    } catch (CommitFailed.Fenced | CommitFailed.Unwritable e) {
      return Optional.empty();
    } catch (CommitFailed.Lost e) {
      trouble = true; // it may be ours, and be a stray
      throw e;
    } finally {
      arriving.remove(accepted.id());
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
        letGo(claimed.getFirst(), e);
        left.accept(false);
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
      try (var stay = walk.trace()) {
        new RunTask(walk, program, settling).run();
      }
      gave = walk.scope().holds().gave();
    } catch (CommitFailed.Fenced e) {
      LOG.debugf("run %s: the lease was lost", run.id());
    } catch (Unwind.HandedOver e) {
      handOver(run);
    } catch (Exception e) {
      letGo(claimed, e);
    } finally {
      forget(claimed);
      left.accept(gave);
    }
  }

  private void forget(Claimed claimed) {
    held.computeIfPresent(
        claimed.run().id(),
        (run, last) -> {
          if (last != claimed) {
            return last;
          }
          walking.remove(run);
          cancelled.remove(run);
          return null;
        });
  }

  /** At the worker's stop nothing is claimed any more, so nobody can have taken it up again. */
  private void handOver(Run run) {
    try {
      handBack.give(lease, run.tenant(), run.id(), Duration.ZERO);
    } catch (SQLException e) {
      LOG.warnf("run %s waits for the end of the stop: %s", run.id(), e.getMessage());
    }
  }

  /**
   * Its memory can't be trusted: back to the queue, to be walked again from the journal. The thread
   * that claims does it: what failed may have been the answer to a commit that gave the run up, and
   * then it may be this worker's by a new claim already.
   */
  private void letGo(Claimed claimed, Exception because) {
    var run = claimed.run().id();
    var cause = because.getCause() == null ? "" : ": " + because.getCause().getMessage();
    LOG.warnf("run %s is let go for a second: %s%s", run, because.getMessage(), cause);
    forget(claimed);
    trouble = true;
  }

  /**
   * Gives back the runs that are this worker's by the database and not in its memory. For the
   * thread that claims.
   */
  void giveBackStrays() throws SQLException {
    long now = System.nanoTime();
    if (!trouble && now - soughtStrays < STRAYS.toNanos()) {
      return;
    }
    trouble = false;
    try {
      handBack.strays(lease, run -> arriving.contains(run) || held.containsKey(run), REST);
      soughtStrays = now;
      handBack.wakeForMoney(lease);
      if (now - mended >= MEND.toNanos()) {
        handBack.mendCapacity(lease);
        handBack.wakeWaiters(lease);
        mended = now;
      }
    } catch (SQLException e) {
      trouble = true;
      throw e;
    }
  }

  /** Learns which of its runs somebody asked to cancel. */
  void watchCancellations() throws SQLException {
    if (held.isEmpty()) {
      return;
    }
    var tenants = held.values().stream().map(one -> one.run().tenant()).collect(Collectors.toSet());
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

  /** Closes the holds whose tail is over, and weighs those of pools; once a second. */
  void settleHolds() {
    walking
        .values()
        .forEach(
            walk -> {
              List<Write> settled = walk.scope().holds().settle(lease.now());
              if (!settled.isEmpty()) {
                var unused = commits.submit(walk.run().id().uuid(), settled);
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
