package io.ganglion.api.billing;

import io.ganglion.api.Operator;
import io.ganglion.api.Versions;
import io.ganglion.billing.Settlements;
import io.ganglion.billing.Subscriptions;
import io.ganglion.billing.stripe.Payments;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.InvoiceId;
import io.ganglion.kernel.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the operator does about a tenant's bills, with the operator's token; noted in its audit log.
 */
@Path("/api/v1/operator/tenants/{tenant}")
@Tag(name = "operator")
@RunOnVirtualThread
public class OperatorBillingResource {
  private static final String HAND = "hand";

  private final Caller caller;
  private final Subscriptions subscriptions;
  private final Settlements settlements;
  private final Payments payments;

  OperatorBillingResource(
      Caller caller, Subscriptions subscriptions, Settlements settlements, Payments payments) {
    this.caller = caller;
    this.subscriptions = subscriptions;
    this.settlements = settlements;
    this.payments = payments;
  }

  @PUT
  @Path("/subscription")
  @Operator
  @Operation(
      summary = "Set what was agreed by hand",
      description = "The plan Enterprise, with capacity and prices as agreed. It holds at once.")
  public RestResponse<SubscriptionView> agree(
      @PathParam("tenant") TenantId tenant,
      @Valid @NotNull(message = "send a JSON object") EnterpriseBody body) {
    var agreed = subscriptions.byHand(tenant, body.toEnterprise());
    return RestResponse.ResponseBuilder.ok(SubscriptionView.of(agreed, payments.how(tenant)))
        .header("ETag", Versions.tag(agreed.version()))
        .build();
  }

  @POST
  @Path("/invoices/{id}/paid")
  @Operator
  @APIResponse(responseCode = "200", description = "Paid; a tenant suspended for it goes on")
  @Operation(summary = "Mark an invoice as paid", description = "Again: nothing changes.")
  public InvoiceView paid(
      @PathParam("tenant") TenantId tenant,
      @PathParam("id") InvoiceId id,
      @Valid @NotNull(message = "send a JSON object") SettleBody body) {
    return InvoiceView.of(settlements.paid(tenant, id, HAND, body.reference()));
  }

  @POST
  @Path("/invoices/{id}/void")
  @Operator
  @APIResponse(responseCode = "200", description = "Void; its number stays")
  @Operation(summary = "Void an invoice", description = "Its money is given up.")
  public InvoiceView voided(
      @PathParam("tenant") TenantId tenant,
      @PathParam("id") InvoiceId id,
      @Valid @NotNull(message = "send a JSON object") SettleBody body) {
    return InvoiceView.of(settlements.voided(tenant, id, body.reference()));
  }

  @POST
  @Path("/invoices/{id}/credit-notes")
  @Operator
  @ResponseStatus(201)
  @APIResponse(responseCode = "201", description = "The credit note")
  @Operation(
      summary = "Correct an invoice",
      description =
          "Issues a credit note and puts the credit into the ledger; the invoice of this month has it as a line.")
  public InvoiceView credit(
      @PathParam("tenant") TenantId tenant,
      @PathParam("id") InvoiceId id,
      @Valid @NotNull(message = "send a JSON object") CreditBody body) {
    var made = new InvoiceId(caller.request());
    return InvoiceView.of(settlements.credit(tenant, id, made, body.amountMinor(), body.reason()));
  }
}
