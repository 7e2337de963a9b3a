package io.ganglion.meter;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Roles;
import io.ganglion.kernel.TenantId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Seals the hours that are over, in each process with the role. Any number of processes may: the
 * lock of a tenant's chain keeps them apart, and who finds it taken goes on to the next tenant.
 */
@ApplicationScoped
class Sealer {
  private static final Logger LOG = Logger.getLogger(Sealer.class);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final TenantTx tx;
  private final HourSealing sealing;
  private final Corrections corrections;
  private final MeterConfig config;
  private final Roles roles;
  private final Clock clock = Clock.systemUTC();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Instant done = Instant.MIN;

  /** Up to when every tenant's hours are sealed; MIN: not known. */
  private volatile Instant sealedTo = Instant.MIN;

  Sealer(
      TenantTx tx, HourSealing sealing, Corrections corrections, MeterConfig config, Roles roles) {
    this.tx = tx;
    this.sealing = sealing;
    this.corrections = corrections;
    this.config = config;
    this.roles = roles;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("ganglion.ledger.seal.lag.seconds", this, Sealer::lag)
        .register(Metrics.globalRegistry);
    if (roles.roles().contains(Roles.SEALER)) {
      begin();
    } else {
      stopped.countDown();
    }
  }

  /**
   * How long ago the moment is up to which everything is sealed, in seconds: up to an hour and some
   * minutes where all is well. NaN in a process that seals nothing.
   */
  private double lag() {
    return sealedTo.equals(Instant.MIN)
        ? Double.NaN
        : Duration.between(sealedTo, clock.instant()).toSeconds();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    end();
  }

  void begin() {
    Thread.ofVirtual().name("sealer").start(this::loop);
  }

  /** What is under way is ended, or rolled back with the process. */
  void end() throws InterruptedException {
    stopping.countDown();
    if (!stopped.await(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("an hour is being sealed and will not be; another process does it");
    }
  }

  private void loop() {
    try {
      int did = 0;
      while (!stopping.await(did > 0 ? 0 : config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
        did = attempt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped.countDown();
    }
  }

  private int attempt() {
    try {
      return tick(clock.instant());
    } catch (RuntimeException e) {
      LOG.error("hours can't be sealed now", e);
      return 0;
    }
  }

  /**
   * Seals some of what is due, and checks what was sealed before.
   *
   * @return how much was done; when it is 0 there is nothing left, or what is left can't be done
   *     now
   */
  int tick(Instant now) {
    var cutoff = now.minus(config.lag()).truncatedTo(ChronoUnit.HOURS);
    if (!cutoff.isAfter(done)) {
      return 0;
    }
    var span = new Due.Span(cutoff, cutoff.minus(config.watched()));
    int did = 0;
    boolean any = false;
    var first = cutoff;
    var after = TenantId.NOBODY;
    List<Due> page;
    do {
      page = find(span, after);
      for (var due : page) {
        if (stopping.getCount() == 0) {
          return did;
        }
        first = due.hour().filter(first::isAfter).orElse(first);
        did += turn(due, span, now);
        after = due.tenant();
      }
      any |= !page.isEmpty();
    } while (page.size() == config.tenants());
    sealedTo = first;
    if (!any) {
      done = cutoff;
    }
    return did;
  }

  private List<Due> find(Due.Span span, TenantId after) {
    return tx.call(
        TenantId.NOBODY, connection -> Due.find(connection, span, after, config.tenants()));
  }

  /** One tenant's trouble is not the others'. */
  private int turn(Due due, Due.Span span, Instant now) {
    try {
      return due.hour()
          .map(hour -> seal(due.tenant(), hour, span.cutoff(), now))
          .orElseGet(() -> check(due.tenant(), span, now));
    } catch (RuntimeException e) {
      LOG.errorf(e, "the ledger of %s can't go on now; it will be tried again", due.tenant());
      return 0;
    }
  }

  private int seal(TenantId tenant, Instant first, Instant cutoff, Instant now) {
    int did = 0;
    for (var hour = first;
        did < config.hours() && hour.isBefore(cutoff);
        hour = hour.plus(1, ChronoUnit.HOURS)) {
      var outcome = sealing.seal(tenant, hour, now);
      if (outcome == HourSealing.Outcome.BUSY) {
        return did;
      }
      did++;
      if (outcome == HourSealing.Outcome.EMPTY) { // there may be many
        return did;
      }
    }
    return did;
  }

  private int check(TenantId tenant, Due.Span span, Instant now) {
    var late = corrections.check(tenant, span, now);
    late.ifPresent(hours -> hours.forEach(hour -> sealing.seal(tenant, hour, now)));
    return late.isPresent() ? 1 : 0;
  }
}
