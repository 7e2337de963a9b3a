package io.ganglion.engine;

import io.ganglion.db.EngineSource;
import io.ganglion.db.EngineTx;
import io.ganglion.kernel.Roles;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What is due, in doubt, held and waited for over all tenants, as gauges of each worker: read by
 * one question each 15 s, so that a look at the metrics asks the database nothing. All workers say
 * the same; take the maximum. While the question can't be answered the gauges have no value.
 */
@ApplicationScoped
class Measures {
  private static final Logger LOG = Logger.getLogger(Measures.class);
  private static final Duration PERIOD = Duration.ofSeconds(15);
  private static final String READ = "SELECT * FROM ganglion_measures()";

  /** What the metric is called, by the column that has it. */
  static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("run_queue_due", "ganglion.run.queue.due"),
          Map.entry("run_queue_delay", "ganglion.run.queue.delay.seconds"),
          Map.entry("effects_unknown", "ganglion.effects.unknown"),
          Map.entry("effects_unknown_age", "ganglion.effects.unknown.age.seconds"),
          Map.entry("holds_open", "ganglion.holds.open"),
          Map.entry("holds_leaked", "ganglion.holds.leaked"),
          Map.entry("capacity_waiters", "ganglion.capacity.waiters"),
          Map.entry("capacity_wait", "ganglion.capacity.wait.seconds"),
          Map.entry("system_waiters", "ganglion.system.waiters"),
          Map.entry("system_wait", "ganglion.system.wait.seconds"),
          Map.entry("webhook_waiting", "ganglion.webhook.waiting"),
          Map.entry("webhook_delay", "ganglion.webhook.delay.seconds"),
          Map.entry("errands_failing", "ganglion.errands.failing"),
          Map.entry("errands_delay", "ganglion.errands.delay.seconds"));

  private final EngineTx tx;
  private final boolean enabled;
  private final MeterRegistry metrics;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile Map<String, Double> latest = Map.of();

  Measures(EngineSource engine, Roles roles, MeterRegistry metrics) {
    tx = engine.transactions(1);
    enabled = roles.roles().contains(Roles.WORKER);
    this.metrics = metrics;
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      NAMES.forEach(
          (column, name) ->
              Gauge.builder(name, this, it -> it.latest.getOrDefault(column, Double.NaN))
                  .register(metrics));
      RunCounts.begin();
      Thread.ofVirtual().name("worker-measures").start(this::loop);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void loop() {
    try {
      do {
        look();
      } while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      latest = tx.once(Measures::read);
    } catch (SQLException | RuntimeException e) {
      latest = Map.of();
      LOG.warnf("the platform can't be measured now: %s", e.getMessage());
    }
  }

  /** Counts and seconds by column. */
  static Map<String, Double> read(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(READ);
        var row = select.executeQuery()) {
      row.next();
      var values = new LinkedHashMap<String, Double>();
      for (var column : NAMES.keySet()) {
        values.put(column, row.getDouble(column));
      }
      return values;
    }
  }
}
