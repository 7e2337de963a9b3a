package io.ganglion.bench.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** db-scheduler: a task a run, rescheduled for each next step; one job a step. */
final class DbScheduler implements Peer {
  private static final int THREADS = 16;

  /** Its table, by the names its documentation gives. */
  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS scheduled_tasks (
        task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
        execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,
        last_success timestamptz, last_failure timestamptz, consecutive_failures int,
        last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
        PRIMARY KEY (task_name, task_instance));
      CREATE INDEX IF NOT EXISTS execution_time_idx ON scheduled_tasks (execution_time);
      CREATE INDEX IF NOT EXISTS last_heartbeat_idx ON scheduled_tasks (last_heartbeat)
      """;

  private static final TaskDescriptor<Integer> RUN = TaskDescriptor.of("run", Integer.class);
  private static final TaskDescriptor<Void> TIMER = TaskDescriptor.of("timer");

  private final Scheduler scheduler;
  private final AtomicInteger number = new AtomicInteger();
  private volatile CountDownLatch left = new CountDownLatch(0);
  private final Semaphore room = new Semaphore(0);
  private final ConcurrentLinkedQueue<Instant> fired = new ConcurrentLinkedQueue<>();

  DbScheduler(DataSource pool) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    scheduler =
        Scheduler.create(pool, run(), timer())
            .threads(THREADS)
            .pollUsingLockAndFetch(1.0, 4.0)
            .pollingInterval(Duration.ofMillis(50))
            .enableImmediateExecution()
            .build();
    scheduler.start();
  }

  private CustomTask<Integer> run() {
    return Tasks.custom(RUN)
        .execute(
            (instance, context) -> {
              int done = instance.getData() + 1;
              if (done < STEPS) {
                return new OnCompleteReschedule<>(Schedules.fixedDelay(Duration.ZERO), done);
              }
              room.release();
              left.countDown();
              return new OnCompleteRemove<>();
            });
  }

  private com.github.kagkarlsson.scheduler.task.helper.OneTimeTask<Void> timer() {
    return Tasks.oneTime(TIMER)
        .execute(
            (instance, context) -> {
              fired.add(Instant.now());
              left.countDown();
            });
  }

  @Override
  public double steps(int inFlight, int count) throws InterruptedException {
    left = new CountDownLatch(count);
    room.drainPermits();
    room.release(inFlight);
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      room.acquire();
      scheduler.scheduleIfNotExists(
          RUN.instance(Integer.toString(number.incrementAndGet()))
              .data(0)
              .scheduledTo(Instant.now()));
    }
    left.await();
    return count * STEPS * 1e9 / (System.nanoTime() - began);
  }

  @Override
  public double lone(int runs) throws InterruptedException {
    var times = new double[runs];
    for (int i = 0; i < runs; i++) {
      times[i] = 1e3 * STEPS / steps(1, 1);
    }
    Arrays.sort(times);
    return times[runs / 2];
  }

  @Override
  public double timers(int count) throws InterruptedException {
    left = new CountDownLatch(count);
    fired.clear();
    var due = Instant.now().plusSeconds(5 + count / 2000);
    for (int i = 0; i < count; i++) {
      scheduler.scheduleIfNotExists(
          TIMER.instance(Integer.toString(number.incrementAndGet())).scheduledTo(due));
    }
    if (!Instant.now().isBefore(due)) {
      throw new IllegalStateException("the timers were not set in time");
    }
    left.await();
    var late =
        fired.stream()
            .mapToDouble(at -> Duration.between(due, at).toNanos() / 1e6)
            .sorted()
            .toArray();
    return late[(int) (0.99 * late.length)];
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
