package io.ganglion.billing;

import io.ganglion.background.Errand;
import io.ganglion.background.Errands;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Charge;
import io.ganglion.ledger.Statement;
import io.ganglion.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/**
 * Compares what burst has cost in a month with its cap, again and again while burst is on. At the
 * cap admission goes by K again.
 */
@ApplicationScoped
class BurstWatch implements Errand {
  static final String NAME = "burst-watch";
  private static final int[] STEPS = {100, 80, 50};

  private final TenantTx tx;
  private final Books books;
  private final Enactment enactment;
  private final Notices notices;
  private final Errands errands;
  private final BillingClock clock;
  private final BillingConfig config;

  BurstWatch(
      TenantTx tx,
      Books books,
      Enactment enactment,
      Notices notices,
      Errands errands,
      BillingClock clock,
      BillingConfig config) {
    this.tx = tx;
    this.books = books;
    this.enactment = enactment;
    this.notices = notices;
    this.errands = errands;
    this.clock = clock;
    this.config = config;
  }

  /** The look that is due then; looks of one time are one. */
  static String subject(TenantId tenant, Instant due) {
    return "%s/%d".formatted(tenant, due.toEpochMilli());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    look(TenantId.fromString(subject.split("/", 2)[0]));
  }

  /** Looks once, and asks for the next look. */
  void look(TenantId tenant) {
    var now = clock.now();
    tx.run(
        tenant,
        connection -> {
          var subscription = SubscriptionStore.locked(connection, tenant);
          if (subscription.filter(one -> one.allowance().burst()).isEmpty()) {
            return; // turned off meanwhile: turning it on asks again
          }
          askNext(tenant, now);
          compare(connection, tenant, subscription.get(), now);
        });
  }

  /** On a grid, so that chains of looks that were begun twice become one. */
  private void askNext(TenantId tenant, Instant now) {
    long period = config.watch().toMillis();
    var next = Instant.ofEpochMilli((now.toEpochMilli() / period + 1) * period);
    errands.ask(NAME, subject(tenant, next), next);
  }

  private void compare(
      Connection connection, TenantId tenant, Subscription subscription, Instant now)
      throws SQLException {
    var month = BillingClock.month(now);
    var statement = Statement.of(books.soFar(connection, tenant, month, now), month);
    long cap = Objects.requireNonNull(subscription.allowance().burstCapMinor());
    int reached = percent(spent(statement), cap);
    int told = subscription.alert().in(month);
    if (reached != told || !month.equals(subscription.alert().month())) {
      SubscriptionStore.tell(connection, tenant, month, reached);
    }
    if (reached > told) {
      notices.ask(connection, tenant, Notice.burst(reached), month.toString());
      var facts =
          Json.object()
              .put("month", month.toString())
              .put("percent", reached)
              .put("cap_minor", cap)
              .put("currency", subscription.terms().currency());
      Outbox.tell(connection, tenant, "burst.alert", facts);
    }
    var after = SubscriptionStore.find(connection, tenant).orElseThrow();
    enactment.allow(connection, tenant, after, now);
  }

  /** What burst would cost without its cap. */
  private static long spent(Statement statement) {
    return statement.charges().stream()
        .filter(charge -> charge.kind() == Charge.Kind.BURST)
        .mapToLong(Charge::amountMinor)
        .sum();
  }

  /** Which of the steps was reached; 0: none. */
  static int percent(long spent, long cap) {
    for (int step : STEPS) {
      if (Math.multiplyExact(spent, 100L) >= Math.multiplyExact(cap, (long) step)) {
        return step;
      }
    }
    return 0;
  }
}
