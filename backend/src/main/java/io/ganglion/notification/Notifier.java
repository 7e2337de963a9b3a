package io.ganglion.notification;

import io.ganglion.approval.Approvals;
import io.ganglion.db.EngineSource;
import io.ganglion.db.EngineTx;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Roles;
import io.ganglion.kernel.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The loops of a process with the role {@code webhook}: events are gathered into messages; what is
 * due is sent, a virtual thread a message. Any number of processes may.
 */
@ApplicationScoped
class Notifier {
  private static final Logger LOG = Logger.getLogger(Notifier.class);

  private static final String DUE =
      """
      SELECT tenant_id FROM notification_tenant WHERE due_at <= ? AND NOT tenant_id = ANY (?) ORDER BY due_at LIMIT ?
      """;

  /** Of the engine's connections: finding notes and finding what is due have one each. */
  private static final int CONNECTIONS = 2;

  /** How long messages that are under way are waited for when the process stops. */
  private static final Duration STOP = Duration.ofSeconds(8);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final boolean enabled;
  private final NotificationConfig config;
  private final NotificationClock clock;
  private final EngineTx engine;
  private final TenantTx tx;
  private final Gathering gathering;
  private final Telling telling;
  private final Settling settling;
  private final Map<TenantId, Integer> ofTenant = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean stopping;

  Notifier(
      EngineSource source,
      TenantTx tx,
      Approvals approvals,
      Telling telling,
      Settling settling,
      NotificationConfig config,
      NotificationClock clock,
      Roles roles) {
    this.enabled = roles.roles().contains(Roles.WEBHOOK);
    this.config = config;
    this.clock = clock;
    this.engine = source.transactions(CONNECTIONS);
    this.tx = tx;
    this.telling = telling;
    this.settling = settling;
    this.gathering = new Gathering(engine, tx, new EventReading(approvals), config);
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      begin("notification-events", this::gatherSome);
      begin("notification-messages", this::sendSome);
    }
  }

  /** What is under way is waited for a while; what is left then is sent again by others. */
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    await(STOP);
  }

  /** One turn of a loop: how much there was to do. */
  private interface Turn {
    int take() throws SQLException;
  }

  private void begin(String name, Turn turn) {
    Thread.ofPlatform().name(name).daemon().start(() -> loop(name, turn));
  }

  private void loop(String name, Turn turn) {
    while (!stopping) {
      try {
        if (turn.take() == 0) {
          pause(config.poll());
        }
      } catch (SQLException | RuntimeException e) {
        LOG.errorf("%s can't go on now, and tries again: %s", name, e.getMessage());
        pause(AFTER_FAILURE);
      }
    }
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * All that happened is gathered, and all that is due now is sent: for tests, and for them alone.
   */
  void tick() throws SQLException {
    while (gatherSome() > 0) {
      // the next ones
    }
    int begun;
    do {
      begun = sendSome();
      await(config.lease());
    } while (begun > 0);
  }

  private int gatherSome() throws SQLException {
    return gathering.tick(clock.now());
  }

  /** How many messages were taken, to be sent by threads of their own. */
  private int sendSome() throws SQLException {
    int begun = 0;
    for (var tenant : due()) {
      int room =
          Math.min(
              config.sends() - underWay.get(),
              config.sendsPerTenant() - ofTenant.getOrDefault(tenant, 0));
      if (room > 0) {
        for (var digest : claim(tenant, room)) {
          begun++;
          underWay.incrementAndGet();
          ofTenant.merge(tenant, 1, Integer::sum);
          Thread.ofVirtual().name("notification").start(() -> send(digest));
        }
      }
    }
    return begun;
  }

  private List<TenantId> due() throws SQLException {
    var full = new ArrayList<UUID>();
    ofTenant.forEach(
        (tenant, sends) -> {
          if (sends >= config.sendsPerTenant()) {
            full.add(tenant.uuid());
          }
        });
    return engine.once(
        connection -> {
          try (var select = connection.prepareStatement(DUE)) {
            select.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
            select.setArray(2, connection.createArrayOf("uuid", full.toArray()));
            select.setInt(3, config.tenants());
            var found = new ArrayList<TenantId>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.add(new TenantId(row.getObject(1, UUID.class)));
              }
            }
            return found;
          }
        });
  }

  /** What is wrong with one tenant is no matter of the others. */
  private List<Digest> claim(TenantId tenant, int most) {
    try {
      return tx.call(tenant, connection -> claim(connection, tenant, most));
    } catch (RuntimeException e) {
      LOG.errorf(e, "messages of %s can't be taken now; it is tried again", tenant);
      return List.of();
    }
  }

  private List<Digest> claim(Connection connection, TenantId tenant, int most) throws SQLException {
    if (!MessageStore.lock(connection, tenant)) {
      return List.of();
    }
    var now = clock.now();
    var claimed = MessageStore.claim(connection, tenant, config, most, now);
    MessageStore.next(connection, tenant, config.kept(), now);
    return claimed;
  }

  private void send(Digest digest) {
    try {
      settling.settle(digest, tell(digest), clock.now());
    } catch (RuntimeException e) {
      LOG.errorf(
          "what came of %s can't be written; it is sent again when its lease ends: %s",
          digest.id(), e.getMessage());
    } finally {
      ofTenant.computeIfPresent(digest.tenant(), (tenant, n) -> n == 1 ? null : n - 1);
      underWay.decrementAndGet();
    }
  }

  private Outcome tell(Digest digest) {
    try {
      return telling.tell(digest);
    } catch (RuntimeException e) {
      LOG.errorf(e, "notification %s could not be sent", digest.id());
      return new Outcome.Failed("an error of the platform");
    }
  }

  private void await(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (underWay.get() > 0 && System.nanoTime() < end) {
      pause(LOOK);
    }
  }
}
