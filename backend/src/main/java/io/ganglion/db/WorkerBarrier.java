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

  /** Taking the worker's row FOR UPDATE waits for the commits that hold it FOR KEY SHARE. */
  public void await(OptionalLong worker) {
    if (worker.isEmpty()) {
      return;
    }
    try {
      tx.call(
          java.util.List.of(),
          connection -> {
            try (var lock =
                connection.prepareStatement("SELECT FROM worker WHERE id = ? FOR UPDATE")) {
              lock.setLong(1, worker.getAsLong());
              return lock.execute();
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException("the worker's commits could not be waited for", e);
    }
  }
}
