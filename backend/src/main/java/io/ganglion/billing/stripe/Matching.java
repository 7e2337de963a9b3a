package io.ganglion.billing.stripe;

import io.ganglion.billing.Invoice;
import io.ganglion.billing.Invoices;
import io.ganglion.billing.Settlements;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;

/** Finds the invoice that was paid at Stripe: the month's, if the amount is the very same. */
@ApplicationScoped
class Matching {
  private final Invoices invoices;
  private final Settlements settlements;

  Matching(Invoices invoices, Settlements settlements) {
    this.invoices = invoices;
    this.settlements = settlements;
  }

  /** Whichever came later, the payment or the invoice; called inside a tenant's transaction. */
  void match(Connection connection, TenantId tenant, YearMonth month) throws SQLException {
    var invoice = invoices.of(tenant, month).filter(one -> one.state().waits());
    if (invoice.isEmpty()) {
      return;
    }
    long paid = StripeStore.paid(connection, tenant, month, invoice.get().document().currency());
    if (paid == invoice.get().dueMinor()) {
      settle(connection, tenant, invoice.get());
    }
  }

  private void settle(Connection connection, TenantId tenant, Invoice invoice) throws SQLException {
    var reference = StripeStore.payment(connection, tenant, invoice.month()).orElse("");
    settlements.paid(tenant, invoice.id(), "stripe", reference);
  }
}
