package io.ganglion.trigger;

import io.ganglion.bus.Bus;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Catalogue;
import io.ganglion.db.EngineSource;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Roles;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** The loop of a worker that reads triggers, a virtual thread each. Any number of processes may. */
@ApplicationScoped
class Poller {
  private static final Logger LOG = Logger.getLogger(Poller.class);

  /** Of the engine's connections: to claim and to admit take a moment. */
  private static final int CONNECTIONS = 1;

  /** How long polls that are under way are waited for when the process stops. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private final TriggerConfig config;
  private final boolean enabled;
  private final Claiming claiming;
  private final Reading reading;
  private final Map<UUID, Integer> ofTenant = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean stopping;

  Poller(
      TenantTx tx,
      EngineSource engine,
      Roles roles,
      Triggers triggers,
      Connections connections,
      Catalogue catalogue,
      Bus bus,
      TriggerConfig config,
      MeterRegistry metrics) {
    this.config = config;
    this.enabled = roles.roles().contains(Roles.WORKER);
    var transactions = engine.transactions(CONNECTIONS);
    this.claiming = new Claiming(transactions, config.lease());
    this.reading =
        new Reading(
            triggers,
            connections,
            catalogue,
            new Admission(transactions),
            new Settling(tx, bus, config.lease()),
            config,
            () -> ThreadLocalRandom.current().nextDouble());
    metrics.gauge("ganglion.trigger.polls", underWay);
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      Thread.ofPlatform().name("trigger-polls").daemon().start(this::loop);
    }
  }

  /** What is left after a while is read by others once its lease is over. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    long end = System.nanoTime() + STOP.toNanos();
    while (underWay.get() > 0 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
  }

  private void loop() {
    while (!stopping) {
      try {
        if (!readSome()) {
          Thread.sleep(config.look());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (SQLException | RuntimeException e) {
        LOG.errorf("triggers can't be read now, and are tried again: %s", e.getMessage());
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(config.look());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there may be more at once. */
  private boolean readSome() throws SQLException {
    int room = config.atOnce() - underWay.get();
    if (room <= 0) {
      return false;
    }
    var full =
        ofTenant.entrySet().stream()
            .filter(entry -> entry.getValue() >= config.perTenant())
            .map(Map.Entry::getKey)
            .toList();
    // so few that no claim gives a tenant much more than its share
    var claimed = claiming.claim(Math.min(room, config.perTenant()), full);
    for (var one : claimed) {
      underWay.incrementAndGet();
      ofTenant.merge(one.tenant().uuid(), 1, Integer::sum);
      Thread.ofVirtual().name("trigger-poll").start(() -> read(one));
    }
    return !claimed.isEmpty();
  }

  private void read(Claimed claimed) {
    try {
      reading.read(claimed);
    } catch (SQLException | RuntimeException e) { // another claims it once its lease is over
      LOG.errorf(e, "%s could not be read", claimed.id());
    } finally {
      underWay.decrementAndGet();
      ofTenant.computeIfPresent(claimed.tenant().uuid(), (tenant, n) -> n == 1 ? null : n - 1);
    }
  }
}
