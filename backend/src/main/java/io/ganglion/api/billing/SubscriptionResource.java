package io.ganglion.api.billing;

import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.billing.Invoices;
import io.ganglion.billing.Subscription;
import io.ganglion.billing.SubscriptionChange;
import io.ganglion.billing.Subscriptions;
import io.ganglion.billing.stripe.Payments;
import io.ganglion.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Plans, what the tenant agreed to, and what it may hold. */
@Path("/api/v1")
@Tag(name = "billing")
@RunOnVirtualThread
public class SubscriptionResource {
  private final Caller caller;
  private final Subscriptions subscriptions;
  private final Invoices invoices;
  private final Payments payments;

  SubscriptionResource(
      Caller caller, Subscriptions subscriptions, Invoices invoices, Payments payments) {
    this.caller = caller;
    this.subscriptions = subscriptions;
    this.invoices = invoices;
    this.payments = payments;
  }

  @GET
  @Path("/plans")
  @Scope(Scope.ANY)
  @Operation(
      summary = "List plans",
      description = "As they can be chosen now. Who chose before keeps the terms of then.")
  public PlansView plans() {
    return PlansView.of(subscriptions.prices());
  }

  @GET
  @Path("/subscription")
  @Scope("billing:read")
  @Operation(summary = "Get the subscription")
  public RestResponse<SubscriptionView> get() {
    return tagged(subscriptions.get(caller.tenant()));
  }

  @PATCH
  @Path("/subscription")
  @Scope("billing:write")
  @Operation(
      summary = "Change the subscription",
      description =
          "Members that are left out stay. Plans change at once, up and down; fees are prorated by the second. If-Match"
              + " guards against lost updates.")
  public RestResponse<SubscriptionView> change(
      @Valid @NotNull(message = "send a JSON object") SubscriptionBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var change = body.toChange(subscriptions.prices().currency());
    return tagged(subscriptions.change(caller.tenant(), change, Versions.expected(ifMatch)));
  }

  @GET
  @Path("/subscription/preview")
  @Scope("billing:read")
  @Operation(
      summary = "Preview a change of plan",
      description =
          "What would be agreed, and what this month's invoice would come to, if the plan changed now: proration included."
              + " Nothing changes.")
  public PreviewView preview(
      @Parameter(description = "Of GET /plans; left out: it stays", example = "scale")
          @QueryParam("plan")
          @Nullable String plan,
      @Parameter(description = "Left out: it stays", example = "year") @QueryParam("interval")
          @Nullable IntervalText interval) {
    var change =
        new SubscriptionChange(
            plan, interval == null ? null : interval.toInterval(), null, null, null);
    var tenant = caller.tenant();
    return PreviewView.of(invoices.preview(tenant, change), payments.how(tenant));
  }

  @GET
  @Path("/capacity")
  @Scope("usage:read")
  @Operation(
      summary = "Get the capacity",
      description = "What may be held at this instant, what is, and how many runs wait for more.")
  public CapacityView capacity() {
    return CapacityView.of(subscriptions.capacity(caller.tenant()));
  }

  private RestResponse<SubscriptionView> tagged(Subscription subscription) {
    var how = payments.how(caller.tenant());
    return RestResponse.ResponseBuilder.ok(SubscriptionView.of(subscription, how))
        .header("ETag", Versions.tag(subscription.version()))
        .build();
  }
}
