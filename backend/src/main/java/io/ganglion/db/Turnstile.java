package io.ganglion.db;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets as many in as there are connections of the application: virtual threads would else queue
 * inside of the pool, without a limit.
 */
@ApplicationScoped
class Turnstile {
  private final Semaphore turns;
  private final Duration turnWait;

  Turnstile(AgroalDataSource dataSource, DbConfig config) {
    this.turns =
        new Semaphore(
            dataSource.getConfiguration().connectionPoolConfiguration().maxSize(),
            true); // in order: else who came first may be told that we are overloaded
    this.turnWait = config.turnWait();
  }

  /**
   * @throws Overloaded when no turn comes for the configured time
   */
  void enter() {
    try {
      if (!turns.tryAcquire(turnWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Overloaded();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded();
    }
  }

  void leave() {
    turns.release();
  }
}
