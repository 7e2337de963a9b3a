package io.ganglion.api.billing;

import io.ganglion.api.Scope;
import io.ganglion.billing.stripe.Payments;
import io.ganglion.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pages of the payment provider, where the operator has one. */
@Path("/api/v1/billing")
@Tag(name = "billing")
@RunOnVirtualThread
public class PaymentResource {
  private final Caller caller;
  private final Payments payments;

  PaymentResource(Caller caller, Payments payments) {
    this.caller = caller;
    this.payments = payments;
  }

  @POST
  @Path("/checkout")
  @Scope("billing:write")
  @APIResponse(responseCode = "200", description = "Where a person enters how the tenant pays")
  @Operation(
      summary = "Set up payment",
      description =
          "A page of Stripe's. Where the operator has no payment provider: 409 payment_by_hand.")
  public PageView checkout() {
    return new PageView(payments.checkout(caller.tenant(), caller.request()));
  }

  @POST
  @Path("/portal")
  @Scope("billing:write")
  @APIResponse(responseCode = "200", description = "Where a person changes how the tenant pays")
  @Operation(
      summary = "Manage payment",
      description =
          "A page of Stripe's. Where the operator has no payment provider: 409 payment_by_hand.")
  public PageView portal() {
    return new PageView(payments.portal(caller.tenant()));
  }
}
