package io.ganglion.engine;

import io.ganglion.run.Runs.RunDue;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.pubsub.PubSubCommands;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Tells workers of other processes that a run is due. Only a hint: a worker's poll finds the run
 * without it.
 */
@ApplicationScoped
class WakeUp {
  private static final Logger LOG = Logger.getLogger(WakeUp.class);
  private static final String CHANNEL = "ganglion:run-due";

  private final RedisDataSource redis;
  private final Engine engine;
  private final java.util.concurrent.ExecutorService sender =
      java.util.concurrent.Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final java.util.concurrent.atomic.AtomicBoolean sending =
      new java.util.concurrent.atomic.AtomicBoolean();

  WakeUp(RedisDataSource redis, Engine engine) {
    this.redis = redis;
    this.engine = engine;
  }

  void listen(@Observes StartupEvent event) {
    sender.submit(
        () -> {
          try {
            PubSubCommands<String> hints = redis.pubsub(String.class);
            hints.subscribe(CHANNEL, hint -> engine.wake());
          } catch (RuntimeException e) {
            LOG.warnf("no wake-up hints from Redis (%s); workers poll", e.getMessage());
          }
        });
  }

  /**
   * Wakes this process at once and the others through Redis, where hints that would queue up are
   * merged.
   */
  void tell(@Observes RunDue due) {
    engine.wake();
    if (sending.compareAndSet(false, true)) {
      sender.submit(
          () -> {
            sending.set(false);
            try {
              redis.pubsub(String.class).publish(CHANNEL, "due");
            } catch (RuntimeException e) {
              LOG.debugf("wake-up hint not sent: %s", e.getMessage());
            }
          });
    }
  }
}
