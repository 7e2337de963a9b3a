package io.ganglion.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Waits until every commit a worker has under way is over: what it commits later sees what was
 * committed before.
 */
@ApplicationScoped
public class WorkerBarrier {
  private final EngineTx tx;

  WorkerBarrier(@io.quarkus.agroal.DataSource("engine") io.agroal.api.AgroalDataSource engine) {
    this.tx = new EngineTx(engine, 1);
  }

  /** Waits for one worker's commits; for none at all when it is empty. */
  public void await(OptionalLong worker) {
    worker.ifPresent(id -> lock("SELECT FROM worker WHERE id = ? FOR UPDATE", id));
  }

  /** Waits for the commits of every worker there is. */
  public void awaitAll() {
    lock("SELECT FROM worker WHERE fenced_at IS NULL AND id > ? ORDER BY id FOR UPDATE", 0);
  }

  /** Taking a worker's row FOR UPDATE waits for the commits that hold it FOR KEY SHARE. */
  private void lock(String sql, long worker) {
    try {
      tx.call(
          java.util.List.of(),
          connection -> {
            try (var lock = connection.prepareStatement(sql)) {
              lock.setLong(1, worker);
              return lock.execute();
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException("the worker's commits could not be waited for", e);
    }
  }
}
