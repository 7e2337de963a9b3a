package io.ganglion.engine;

import io.ganglion.db.Lease;
import java.sql.SQLException;
import java.time.Duration;
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
  private final EngineConfig config;
  private final Semaphore wake = new Semaphore(0);
  private final AtomicReference<@Nullable Incarnation> current = new AtomicReference<>();
  private volatile boolean stopping;

  Worker(Incarnations incarnations, Claimer claimer, Rescuer rescuer, EngineConfig config) {
    this.incarnations = incarnations;
    this.claimer = claimer;
    this.rescuer = rescuer;
    this.config = config;
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
    Thread.ofPlatform().name("worker-chores").daemon().start(() -> every(CHORES, this::chores));
  }

  /** Somebody says that a run is due. */
  void wake() {
    wake.release();
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

  /** Lets runs go on for a while, then hands over what is left. */
  void stop() throws InterruptedException {
    stopping = true;
    var incarnation = current.get();
    long end = System.nanoTime() + config.drain().toNanos();
    while (incarnation != null && incarnation.size() > 0 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    if (incarnation != null) {
      incarnation.close();
      try {
        rescuer.handOver(incarnation.lease().worker());
      } catch (SQLException e) {
        LOG.warnf("could not hand over: %s; another worker will rescue the runs", e.getMessage());
      }
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
      current.set(incarnations.start());
      wake();
    }
  }

  private void claiming() {
    while (!stopping) {
      try {
        var incarnation = current.get();
        int room = incarnation == null ? 0 : config.maxRuns() - incarnation.size();
        int taken = 0;
        if (incarnation != null && room > 0 && incarnation.lease().mayDispatch()) {
          var claimed = claimer.claim(incarnation.lease(), Math.min(room, config.claimBatch()));
          claimed.forEach(one -> incarnation.take(one, this::wake));
          taken = claimed.size();
        }
        if (taken == 0 && wake.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
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

  private void chores() throws SQLException {
    int freed = rescuer.rescueExpired();
    if (freed > 0) {
      LOG.infof("rescued %d runs of a dead worker", freed);
      wake();
    }
    var incarnation = current.get();
    if (incarnation != null) {
      incarnation.watchCancellations();
      incarnation.closeIdleHolds();
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
