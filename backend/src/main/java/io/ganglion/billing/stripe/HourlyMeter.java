package io.ganglion.billing.stripe;

import io.ganglion.background.Errand;
import io.ganglion.background.Errands;
import io.ganglion.billing.Accruals;
import io.ganglion.billing.BillingClock;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Tells Stripe's meter what each hour came to. An hour's amount is what the month has come to by
 * its end, less what was told of the hours before: so the sum of a month is the ledger's statement.
 */
@ApplicationScoped
class HourlyMeter implements Errand {
  static final String NAME = "stripe-meter";
  private static final Duration HOUR = Duration.ofHours(1);

  private final TenantTx tx;
  private final Gateway gateway;
  private final Accruals accruals;
  private final Matching matching;
  private final Errands errands;
  private final BillingClock clock;
  private final StripeConfig config;

  HourlyMeter(
      TenantTx tx,
      Gateway gateway,
      Accruals accruals,
      Matching matching,
      Errands errands,
      BillingClock clock,
      StripeConfig config) {
    this.tx = tx;
    this.gateway = gateway;
    this.accruals = accruals;
    this.matching = matching;
    this.errands = errands;
    this.clock = clock;
    this.config = config;
  }

  /** Asks for the hour an instant lies in, and with it for all that follow. */
  void ask(TenantId tenant, Instant at) {
    var hour = at.truncatedTo(ChronoUnit.HOURS);
    errands.ask(NAME, subject(tenant, hour), hour.plus(HOUR).plus(config.lag()));
  }

  static String subject(TenantId tenant, Instant hour) {
    return "%s/%s".formatted(tenant, hour);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split("/", 2);
    var tenant = TenantId.fromString(parts[0]);
    var hour = Instant.parse(parts[1]);
    var account = tx.call(tenant, connection -> prepared(connection, tenant, hour));
    if (account.isEmpty()) {
      return; // it does not pay by Stripe any more, or is erased
    }
    var told = tx.call(tenant, connection -> StripeStore.hour(connection, tenant, hour));
    if (told.filter(one -> !one.sent()).isPresent()) {
      var at = hour.plus(HOUR).minusSeconds(1);
      if (told.get().minor() > 0) {
        gateway.meter(identifier(tenant, hour), account.get().customer(), told.get().minor(), at);
      }
      tx.run(tenant, connection -> StripeStore.sent(connection, tenant, hour, clock.now()));
    }
  }

  /** The same for each try of an hour. */
  static String identifier(TenantId tenant, Instant hour) {
    return "%s-%d".formatted(tenant, hour.getEpochSecond());
  }

  /** Writes down what the hour came to, once, and asks for the next. */
  private Optional<StripeStore.Account> prepared(
      Connection connection, TenantId tenant, Instant hour) throws SQLException {
    var account = StripeStore.account(connection, tenant);
    if (account.filter(StripeStore.Account::subscribed).isEmpty()) {
      return Optional.empty();
    }
    if (StripeStore.hour(connection, tenant, hour).isEmpty()) {
      var month = BillingClock.month(hour);
      var accrued = accruals.by(connection, tenant, month, hour.plus(HOUR));
      if (accrued.isEmpty()) {
        throw new IllegalStateException("%s of %s is not sealed yet".formatted(hour, tenant));
      }
      long before = StripeStore.before(connection, tenant, month, hour);
      StripeStore.addHour(connection, tenant, hour, Math.max(0, accrued.getAsLong() - before));
    }
    ask(tenant, hour.plus(HOUR));
    matching.match(connection, tenant, BillingClock.month(hour).minusMonths(1));
    return account;
  }
}
