package io.ganglion.db;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Gathers what all runs of a worker append into few transactions.
 *
 * <p>A unit is atomic: all its rows or none. Units of one lane key (a run) are committed in the
 * order they were submitted. While a batch commits, the next one gathers, so that under load a
 * transaction carries many units and alone a unit waits for nobody. Each transaction first checks
 * the worker's fence, holding the worker's row FOR KEY SHARE to its end.
 */
public final class GroupCommit implements AutoCloseable {
  private static final Timer COMMIT =
      Timer.builder("ganglion.commit").register(Metrics.globalRegistry);
  private static final DistributionSummary UNITS =
      DistributionSummary.builder("ganglion.commit.units").register(Metrics.globalRegistry);

  private final List<Lane> lanes;
  private volatile boolean closed;

  /** What a committed unit learns. */
  public record Committed(Instant databaseTime) {}

  record Unit(List<Write> writes, CompletableFuture<Committed> future) {}

  /**
   * Starts the committers.
   *
   * @param committers how many transactions may be under way at once
   * @param maxUnits the most units in one transaction
   */
  public GroupCommit(
      DataSource engine, Lease lease, List<BatchWriter<?>> writers, int committers, int maxUnits) {
    var batch = new Batch(engine, lease, writers);
    var made = new ArrayList<Lane>();
    for (int i = 0; i < committers; i++) {
      made.add(new Lane(batch, maxUnits, "committer-" + i));
    }
    lanes = List.copyOf(made);
  }

  /**
   * Queues a unit.
   *
   * @return completes when the unit is durable, or with a {@link CommitFailed}
   */
  public CompletableFuture<Committed> submit(UUID lane, List<Write> writes) {
    var unit = new Unit(List.copyOf(writes), new CompletableFuture<>());
    if (closed) {
      unit.future.completeExceptionally(new CommitFailed.Fenced());
    } else {
      lanes.get(Math.floorMod(lane.hashCode(), lanes.size())).queue.add(unit);
    }
    return unit.future;
  }

  /**
   * Refuses what is submitted from now on and fails what still waits; what is being committed ends
   * by itself.
   */
  @Override
  public void close() {
    closed = true;
    lanes.forEach(Lane::stop);
  }

  /** One committer and its queue. */
  private static final class Lane {
    final LinkedBlockingQueue<Unit> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    Lane(Batch batch, int maxUnits, String name) {
      // a platform thread: it reads the database's answers itself, with no poller in between
      thread = Thread.ofPlatform().daemon().name(name).start(() -> loop(batch, maxUnits));
    }

    private void loop(Batch batch, int maxUnits) {
      var units = new ArrayList<Unit>();
      try {
        while (true) {
          units.add(queue.take());
          queue.drainTo(units, maxUnits - 1);
          COMMIT.record(() -> batch.commit(List.copyOf(units)));
          UNITS.record(units.size());
          units.clear();
        }
      } catch (InterruptedException e) {
        units.addAll(queue);
        units.forEach(unit -> unit.future.completeExceptionally(new CommitFailed.Fenced()));
      }
    }

    void stop() {
      thread.interrupt();
    }
  }

  /** The tenants whose rows the units hold, separated by commas. */
  static String tenants(List<Unit> units) {
    return units.stream()
        .flatMap(unit -> unit.writes().stream())
        .map(write -> write.tenant().uuid().toString())
        .distinct()
        .collect(Collectors.joining(","));
  }
}
