package io.ganglion.engine;

import io.ganglion.db.Lease;
import io.ganglion.run.NewRun;
import io.ganglion.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The worker's loops: heartbeat, claim, and once a second rescue, cancellations and idle holds. */
final class Worker {
  private static final Logger LOG = Logger.getLogger(Worker.class);
  private static final Duration CHORES = Duration.ofSeconds(1);

  private final Incarnations incarnations;
  private final Claimer claimer;
  private final Rescuer rescuer;
  private final Sweeper sweeper;
  private final Scheduler scheduler;
  private final EngineConfig config;
  private final Room room;
  private final Semaphore wake = new Semaphore(0);
  private final AtomicReference<@Nullable Incarnation> current = new AtomicReference<>();
  private volatile boolean draining;
  private volatile boolean stopping;

  Worker(
      Incarnations incarnations,
      Claimer claimer,
      Rescuer rescuer,
      Sweeper sweeper,
      Scheduler scheduler,
      EngineConfig config) {
    this.incarnations = incarnations;
    this.claimer = claimer;
    this.rescuer = rescuer;
    this.sweeper = sweeper;
    this.scheduler = scheduler;
    this.config = config;
    room = new Room(config.maxRuns(), config.claimBatch());
  }

  /** Makes a new incarnation. */
  interface Incarnations {
    Incarnation start() throws SQLException;
  }

  void start() {
    Thread.ofPlatform()
        .name("worker-heartbeat")
        .daemon()
        .start(() -> every(Lease.HEARTBEAT, this::heartbeat));
    Thread.ofPlatform().name("worker-claim").daemon().start(this::claiming);
    Thread.ofPlatform()
        .name("worker-schedules")
        .daemon()
        .start(() -> every(Scheduler.PERIOD, this::schedules));
    Thread.ofPlatform()
        .name("worker-sweep")
        .daemon()
        .start(() -> every(Sweeper.PERIOD, sweeper::sweep));
    Thread.ofPlatform().name("worker-chores").daemon().start(() -> every(CHORES, this::chores));
  }

  /** Somebody says that a run is due. */
  void wake() {
    wake.release();
  }

  /**
   * Accepts a run and takes it up at once, where there is room and none of its tenant's waits in
   * the queue.
   *
   * @param version of its workflow
   */
  Optional<Run> begin(NewRun run, String version) {
    var incarnation = current.get();
    if (incarnation == null || draining || !incarnation.lease().mayDispatch()) {
      return Optional.empty();
    }
    if (!room.takes(run.tenant(), incarnation.size())) {
      if (room.queued(run.tenant())) {
        claimer.lookAgain();
      }
      return Optional.empty();
    }
    return incarnation.begin(run, version, this::left);
  }

  /** Whether it holds a lease now. */
  boolean alive() {
    var incarnation = current.get();
    return incarnation != null && !incarnation.lease().expired();
  }

  int runsInMemory() {
    var incarnation = current.get();
    return incarnation == null ? 0 : incarnation.size();
  }

  /**
   * Takes no more runs, and hands each over once what it has under way is done; what is left at the
   * end of the time is handed over as it is.
   */
  void stop() throws InterruptedException {
    draining = true;
    var incarnation = current.get();
    if (incarnation != null) {
      incarnation.leave();
      long end = System.nanoTime() + config.drain().toNanos();
      while (incarnation.size() > 0 && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      incarnation.close();
    }
    stopping = true; // not earlier: until now the lease had to be kept
    if (incarnation != null) {
      handOver(incarnation);
    }
  }

  private void handOver(Incarnation incarnation) {
    try {
      rescuer.handOver(incarnation.lease().worker());
    } catch (SQLException e) {
      LOG.warnf("could not hand over: %s; another worker will rescue the runs", e.getMessage());
    }
  }

  private void heartbeat() throws SQLException {
    var incarnation = current.get();
    if (stopping) {
      return;
    }
    if (incarnation == null) {
      current.set(incarnations.start());
      wake();
    } else if (!incarnation.lease().renew()) {
      LOG.warn("the lease was lost; starting anew from the database");
      incarnation.close();
      if (draining) {
        return;
      }
      current.set(incarnations.start());
      wake();
    }
  }

  private void claiming() {
    while (!draining) {
      try {
        var incarnation = current.get();
        int taken = incarnation == null ? 0 : claim(incarnation);
        if (taken == 0 && wake.tryAcquire(rest(incarnation), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        LOG.warnf("claim failed: %s", e.getMessage());
        pause(Duration.ofMillis(500));
      }
    }
  }

  /** Until the next poll, or until the next run is due where that is sooner and there is room. */
  private long rest(@Nullable Incarnation incarnation) {
    long poll = config.poll().toMillis();
    boolean room = incarnation != null && this.room.wanted(incarnation.size()) > 0;
    return room ? Math.clamp(claimer.idle().toMillis(), 1, poll) : poll;
  }

  private int claim(Incarnation incarnation) throws SQLException {
    if (incarnation.lease().mayDispatch()) {
      incarnation.giveBackStrays();
    }
    int wanted = room.wanted(incarnation.size());
    if (wanted == 0 || !incarnation.lease().mayDispatch()) {
      return 0;
    }
    var claimed = claimer.claim(incarnation.lease(), wanted);
    room.claimed(claimed.stream().map(each -> each.run().tenant()).toList(), wanted);
    incarnation.take(claimed, this::left);
    return claimed.size();
  }

  /**
   * A run has left memory.
   *
   * @param othersDue whether what it gave back may have made others due
   */
  private void left(boolean othersDue) {
    if (othersDue || room.regained(runsInMemory())) {
      wake();
    }
  }

  private void schedules() throws SQLException {
    if (scheduler.tick() > 0) {
      wake();
    }
  }

  private void chores() throws SQLException {
    int freed = rescuer.rescueExpired();
    if (freed > 0) {
      LOG.infof("rescued %d runs of a dead worker", freed);
      RunCounts.rescued(freed);
      wake();
    }
    var incarnation = current.get();
    if (incarnation != null) {
      incarnation.watchCancellations();
      incarnation.settleHolds();
    }
  }

  /** A step of a loop. */
  private interface Chore {
    void run() throws Exception;
  }

  private void every(Duration period, Chore chore) {
    while (!stopping) {
      try {
        chore.run();
      } catch (Exception e) {
        LOG.warnf("%s: %s", Thread.currentThread().getName(), e.getMessage());
      }
      pause(period);
    }
  }

  private static void pause(Duration length) {
    java.util.concurrent.locks.LockSupport.parkNanos(length.toNanos());
  }
}
