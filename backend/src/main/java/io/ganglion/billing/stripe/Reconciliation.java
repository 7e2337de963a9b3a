package io.ganglion.billing.stripe;

import io.ganglion.background.Errand;
import io.ganglion.background.Errands;
import io.ganglion.billing.Accruals;
import io.ganglion.billing.BillingClock;
import io.ganglion.billing.BillingProblem;
import io.ganglion.billing.Invoice;
import io.ganglion.billing.Invoices;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Compares a month of Stripe's books with ours. It tells what differs, and changes nothing. */
@ApplicationScoped
public class Reconciliation implements Errand {
  private static final Logger LOG = Logger.getLogger(Reconciliation.class);
  static final String NAME = "stripe-reconciliation";

  private final TenantTx tx;
  private final Gateway gateway;
  private final Accruals accruals;
  private final Invoices invoices;
  private final Errands errands;
  private final BillingClock clock;
  private final StripeConfig config;

  Reconciliation(
      TenantTx tx,
      Gateway gateway,
      Accruals accruals,
      Invoices invoices,
      Errands errands,
      BillingClock clock,
      StripeConfig config) {
    this.tx = tx;
    this.gateway = gateway;
    this.accruals = accruals;
    this.invoices = invoices;
    this.errands = errands;
    this.clock = clock;
    this.config = config;
  }

  /** Asks for a month to be compared once it is over, in the transaction under way. */
  void ask(TenantId tenant, YearMonth month) {
    var due = BillingClock.end(month).plus(config.reconcileAfter());
    errands.ask(NAME, "%s/%s".formatted(tenant, month), due);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split("/", 2);
    var tenant = TenantId.fromString(parts[0]);
    var month = YearMonth.parse(parts[1]);
    if (compare(tenant, month).isPresent()) {
      tx.run(tenant, connection -> ask(tenant, month.plusMonths(1)));
    }
  }

  /**
   * Compares now, and keeps what came of it.
   *
   * @return empty where the tenant does not pay by Stripe
   * @throws BillingProblem if Stripe is not configured or can't be asked
   */
  public Optional<Comparison> compare(TenantId tenant, YearMonth month) {
    if (!gateway.configured()) {
      throw BillingProblem.noStripe();
    }
    var account = tx.call(tenant, connection -> StripeStore.account(connection, tenant));
    if (account.isEmpty()) {
      return Optional.empty();
    }
    long metered =
        gateway.metered(
            account.get().customer(), BillingClock.start(month), BillingClock.end(month));
    var found =
        tx.call(
            tenant,
            connection -> {
              var invoice = invoices.of(tenant, month);
              var currency = invoice.map(one -> one.document().currency()).orElse("");
              var compared =
                  new Comparison(
                      month,
                      clock.now(),
                      accruals.total(tenant, month),
                      StripeStore.sent(connection, tenant, month),
                      metered,
                      invoice.map(Invoice::dueMinor).orElse(0L),
                      StripeStore.paid(connection, tenant, month, currency));
              StripeStore.compared(connection, tenant, compared);
              if (!compared.differences().isEmpty()) {
                var facts = Json.object().put("month", month.toString());
                compared.differences().forEach(facts.putArray("differences")::add);
                Outbox.tell(connection, tenant, "billing.difference", facts);
              }
              return compared;
            });
    if (!found.differences().isEmpty()) {
      LOG.warnf(
          "Stripe and the ledger differ for %s in %s: %s", tenant, month, found.differences());
    }
    return Optional.of(found);
  }
}
