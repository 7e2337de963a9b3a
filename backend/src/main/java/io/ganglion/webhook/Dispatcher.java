package io.ganglion.webhook;

import io.ganglion.db.EngineSource;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.EndpointId;
import io.ganglion.kernel.Roles;
import io.ganglion.kernel.TenantId;
import io.ganglion.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The loops of a process with the role: events become messages; what is due is tried, a virtual
 * thread a try; what came of tries is written, many at a time. Any number of processes may.
 */
@ApplicationScoped
class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);

  /** Of the engine's connections: events, tries and outcomes have one each. */
  private static final int CONNECTIONS = 3;

  /** Outcomes that one transaction writes. */
  private static final int SETTLED = 500;

  /** How long tries that are under way are waited for when the process stops. */
  private static final Duration STOP = Duration.ofSeconds(8);

  private static final String TAKEN = "taken";
  private static final String FAILED = "failed";
  private static final String GONE = "gone";
  private static final String NOT_TRIED = "not_tried";

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final WebhookConfig config;
  private final boolean enabled;
  private final FanOut fanOut;
  private final Claiming claiming;
  private final Settling settling;
  private final Sending sending;
  private final WebhookSweeper sweeper;
  private final Disabling disabling;
  private final Clock clock = Clock.systemUTC();
  private final Semaphore wake = new Semaphore(0);
  private final Semaphore told = new Semaphore(0);
  private final LinkedBlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private final Map<UUID, Integer> ofTenant = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger unsettled = new AtomicInteger();
  private volatile boolean stopping;

  Dispatcher(
      EngineSource engine,
      WebhookConfig config,
      Roles roles,
      EventTypes types,
      Egress egress,
      Keyring keyring,
      Disabling disabling,
      Traces traces,
      MeterRegistry metrics) {
    this.config = config;
    this.disabling = disabling;
    enabled = roles.roles().contains(Roles.WEBHOOK);
    var tx = engine.transactions(CONNECTIONS);
    fanOut = new FanOut(tx, types, config);
    claiming = new Claiming(tx, config.lease());
    settling = new Settling(tx, config, new SplittableRandom());
    sending = new Sending(egress, keyring, traces, config.timeout(), clock);
    sweeper = new WebhookSweeper(tx, config);
    metrics.gauge("ganglion.webhook.tries", underWay);
    if (enabled) { // each is seen from the start, at 0
      List.of(TAKEN, FAILED, GONE, NOT_TRIED).forEach(Dispatcher::tries);
    }
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      begin("webhook-events", this::tellSome);
      begin("webhook-tries", this::trySome);
      begin("webhook-outcomes", this::settleSome);
      begin("webhook-sweep", this::sweep);
    }
  }

  /** What is under way is waited for a while; what is left then is tried again by others. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    long end = System.nanoTime() + STOP.toNanos();
    while (unsettled.get() > 0 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
  }

  /** Something may be due, or have happened. */
  void wake() {
    wake.release();
    told.release();
  }

  /** One turn of a loop. */
  private interface Turn {
    void take() throws SQLException, InterruptedException;
  }

  private void begin(String name, Turn turn) {
    Thread.ofPlatform().name(name).daemon().start(() -> loop(name, turn));
  }

  private void loop(String name, Turn turn) {
    while (!stopping || unsettled.get() > 0) {
      try {
        turn.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
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

  private void tellSome() throws SQLException, InterruptedException {
    int events = stopping ? 0 : fanOut.tick();
    if (events > 0) {
      wake.release();
    } else {
      await(told);
    }
  }

  private void await(Semaphore signal) throws InterruptedException {
    if (signal.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
      signal.drainPermits();
    }
  }

  private void trySome() throws SQLException, InterruptedException {
    int room = config.tries() - underWay.get();
    if (stopping || room <= 0) {
      await(wake);
      return;
    }
    var full = new ArrayList<UUID>();
    ofTenant.forEach(
        (tenant, tries) -> {
          if (tries >= config.triesPerTenant()) {
            full.add(tenant);
          }
        });
    var claimed =
        claiming.claim(
            room,
            tenant -> Math.max(0, config.triesPerTenant() - ofTenant.getOrDefault(tenant, 0)),
            full);
    for (var one : claimed) {
      underWay.incrementAndGet();
      unsettled.incrementAndGet();
      ofTenant.merge(one.tenant(), 1, Integer::sum);
      Thread.ofVirtual().name("webhook-try").start(() -> attempt(one));
    }
    if (claimed.isEmpty()) {
      await(wake);
    }
  }

  private void attempt(Claimed claimed) {
    var at = clock.instant();
    long from = System.nanoTime();
    Outcome outcome;
    try {
      outcome = sending.send(claimed);
    } catch (RuntimeException e) {
      LOG.errorf(e, "a message of %s could not be sent", new TenantId(claimed.tenant()));
      outcome = new Outcome.NotTried("an error of the platform");
    }
    long took = Duration.ofNanos(System.nanoTime() - from).toMillis();
    tries(word(outcome)).increment();
    underWay.decrementAndGet();
    ofTenant.computeIfPresent(claimed.tenant(), (tenant, n) -> n == 1 ? null : n - 1);
    ended.add(new Ended(claimed, outcome, at, took));
  }

  private static Counter tries(String outcome) {
    return Metrics.counter("ganglion.webhook.tries.ended", "outcome", outcome);
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken t -> TAKEN;
      case Outcome.Failed f -> FAILED;
      case Outcome.Gone g -> GONE;
      case Outcome.NotTried n -> NOT_TRIED;
    };
  }

  private void settleSome() throws SQLException, InterruptedException {
    var first = ended.poll(config.poll().toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    var batch = new ArrayList<Ended>();
    batch.add(first);
    ended.drainTo(batch, SETTLED - 1);
    List<Settling.Place> failing;
    try {
      failing = settling.settle(batch);
    } catch (SQLException | RuntimeException e) {
      keep(batch);
      throw e;
    }
    unsettled.addAndGet(-batch.size());
    wake.release();
    for (var one : batch) {
      if (one.outcome() instanceof Outcome.Gone) {
        disable(one.claimed().tenant(), one.claimed().endpoint(), Endpoint.Reason.GONE);
      }
    }
    failing.forEach(one -> disable(one.tenant(), one.endpoint(), Endpoint.Reason.FAILING));
  }

  /** What can't be written now is written later, as long as nobody else may have it. */
  private void keep(List<Ended> batch) {
    var latest = clock.instant().minus(config.lease());
    for (var one : batch) {
      if (one.at().isAfter(latest)) {
        ended.add(one);
      } else {
        unsettled.decrementAndGet();
      }
    }
  }

  private void disable(UUID tenant, UUID endpoint, Endpoint.Reason reason) {
    var id = new EndpointId(endpoint);
    try {
      disabling.disable(new TenantId(tenant), id, reason);
    } catch (RuntimeException e) {
      LOG.warnf("%s can't be disabled now; its next failure tries again: %s", id, e.getMessage());
    }
  }

  private void sweep() throws SQLException, InterruptedException {
    if (stopping || !sweeper.sweep()) {
      Thread.sleep(WebhookSweeper.PERIOD);
    }
  }
}
