package io.ganglion.billing.stripe;

import io.ganglion.billing.BillingClock;
import io.ganglion.billing.BillingProblem;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.mail.Postbox;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where tenants pay: pages of Stripe's. */
@ApplicationScoped
public class Payments {
  private static final String PAGE = "/billing";

  private final TenantTx tx;
  private final Gateway gateway;
  private final Tenants tenants;
  private final Postbox postbox;
  private final BillingClock clock;

  Payments(TenantTx tx, Gateway gateway, Tenants tenants, Postbox postbox, BillingClock clock) {
    this.tx = tx;
    this.gateway = gateway;
    this.tenants = tenants;
    this.postbox = postbox;
    this.clock = clock;
  }

  /** How a tenant's invoices are paid. */
  public enum How {
    /** As the invoice says; there is no payment provider. */
    HAND,
    /** At Stripe, once the tenant has entered how. */
    UNSET,
    /** By Stripe, when they are due. */
    STRIPE
  }

  public How how(TenantId tenant) {
    if (!gateway.configured()) {
      return How.HAND;
    }
    return tx.call(tenant, connection -> StripeStore.account(connection, tenant))
            .filter(StripeStore.Account::subscribed)
            .isPresent()
        ? How.STRIPE
        : How.UNSET;
  }

  /**
   * The address of a page where the tenant enters how it pays from now on.
   *
   * @param request asked again under it, it is the same page
   * @throws BillingProblem where Stripe is not configured or can't be asked
   */
  public String checkout(TenantId tenant, UUID request) {
    var customer = customer(tenant);
    var next = BillingClock.end(BillingClock.month(clock.now()));
    return gateway.checkout(tenant, customer, postbox.link(PAGE), next, request.toString());
  }

  /**
   * The address of a page where the tenant sees and changes how it pays.
   *
   * @throws BillingProblem as above
   */
  public String portal(TenantId tenant) {
    return gateway.portal(customer(tenant), postbox.link(PAGE));
  }

  /** The tenant's customer, made at the first time. Nothing is asked inside of a transaction. */
  private String customer(TenantId tenant) {
    if (!gateway.configured()) {
      throw BillingProblem.noStripe();
    }
    var known = tx.call(tenant, connection -> StripeStore.account(connection, tenant));
    if (known.isPresent()) {
      return known.get().customer();
    }
    var name = tenants.find(tenant).orElseThrow(() -> new NotFound("tenant")).name();
    var made = gateway.customer(tenant, name);
    return tx.call(
        tenant,
        connection -> {
          StripeStore.addCustomer(connection, tenant, made);
          return StripeStore.account(connection, tenant).orElseThrow().customer();
        });
  }
}
