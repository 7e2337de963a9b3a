package io.ganglion.bench.peers;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.Workflow;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** DBOS Transact for Java: workflows and steps in the caller's process, kept in PostgreSQL. */
final class Dbos implements Peer {
  private final DBOS dbos;
  private final Runs runs;

  /** What it makes durable; an interface because it works through a proxy. */
  public interface Runs {
    /** Ten steps, one after the other. */
    int ten(int n);
  }

  /** The workflow. */
  public static final class TenSteps implements Runs {
    private final DBOS dbos;

    TenSteps(DBOS dbos) {
      this.dbos = dbos;
    }

    @Override
    @Workflow(name = "ten-steps")
    public int ten(int n) {
      int last = n;
      for (int i = 0; i < STEPS; i++) {
        int value = last;
        last = dbos.runStep(() -> value + 1, "s" + i);
      }
      return last;
    }
  }

  Dbos(DataSource pool) {
    dbos = new DBOS(DBOSConfig.defaults("bench").withDataSource(pool).withAppVersion("1"));
    runs = dbos.registerProxy(Runs.class, new TenSteps(dbos));
    dbos.launch();
  }

  @Override
  public double steps(int inFlight, int count) throws Exception {
    var room = new Semaphore(inFlight);
    var ended = new ArrayList<Future<Integer>>();
    long began = System.nanoTime();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        room.acquire();
        ended.add(
            callers.submit(
                () -> {
                  try {
                    return runs.ten(1);
                  } finally {
                    room.release();
                  }
                }));
      }
    }
    for (var run : ended) {
      run.get(); // a run that failed would count as fast
    }
    return count * STEPS * 1e9 / (System.nanoTime() - began);
  }

  @Override
  public double lone(int count) {
    var times = new double[count];
    for (int i = 0; i < count; i++) {
      long began = System.nanoTime();
      var unused = runs.ten(1);
      times[i] = (System.nanoTime() - began) / 1e6;
    }
    java.util.Arrays.sort(times);
    return times[count / 2];
  }

  @Override
  public double timers(int count) {
    throw new UnsupportedOperationException("not measured");
  }

  @Override
  public void close() {
    dbos.shutdown();
  }
}
