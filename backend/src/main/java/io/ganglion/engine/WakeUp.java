package io.ganglion.engine;

import io.ganglion.bus.Bus;
import io.ganglion.run.Runs.RunDue;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Tells workers of other processes that a run is due. Only a hint: a worker's poll finds the run
 * without it.
 */
@ApplicationScoped
class WakeUp {
  private static final Logger LOG = Logger.getLogger(WakeUp.class);
  private static final String CHANNEL = "ganglion:run-due";

  /** How long after the subscription was lost it is made again. */
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final RedisDataSource redis;
  private final Engine engine;
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final AtomicBoolean sending = new AtomicBoolean();
  private final AtomicBoolean losing = new AtomicBoolean();
  private volatile boolean stopping;

  WakeUp(RedisDataSource redis, Engine engine) {
    this.redis = redis;
    this.engine = engine;
  }

  void start(@Observes StartupEvent event) {
    listen();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    sender.shutdown();
  }

  /** The blocking form waits for a confirmation that may have come before it looked. */
  private void listen() {
    losing.set(false);
    redis
        .getReactive()
        .pubsub(String.class)
        .subscribe(List.of(CHANNEL), hint -> engine.wake(), this::lost, e -> lost())
        .subscribe()
        .with(subscribed -> {}, e -> lost());
  }

  private void lost() {
    if (stopping || !losing.compareAndSet(false, true)) {
      return;
    }
    LOG.warnf("no wake-up hints from Redis for now; workers poll");
    Thread.ofVirtual()
        .start(
            () -> {
              java.util.concurrent.locks.LockSupport.parkNanos(AGAIN.toNanos());
              listen();
            });
  }

  /**
   * Wakes this process at once and the others through Redis, where hints that would queue up are
   * merged.
   */
  void tell(@Observes RunDue due) {
    hint();
  }

  void tell(@Observes Bus.Stored stored) {
    hint();
  }

  private void hint() {
    engine.wake();
    if (!sending.compareAndSet(false, true)) {
      return;
    }
    try {
      sender.submit(this::publish);
    } catch (RejectedExecutionException stopped) {
      LOG.debug("wake-up hint not sent: the process stops"); // what came before is still answered
    }
  }

  private void publish() {
    sending.set(false);
    try {
      redis.pubsub(String.class).publish(CHANNEL, "due");
    } catch (RuntimeException e) {
      LOG.debugf("wake-up hint not sent: %s", e.getMessage());
    }
  }
}
