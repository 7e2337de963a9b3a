package io.ganglion.api.billing;

import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.billing.Subscription;
import io.ganglion.billing.Subscriptions;
import io.ganglion.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

  SubscriptionResource(Caller caller, Subscriptions subscriptions) {
    this.caller = caller;
    this.subscriptions = subscriptions;
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
  @Path("/capacity")
  @Scope("usage:read")
  @Operation(
      summary = "Get the capacity",
      description = "What may be held at this instant, what is, and how many runs wait for more.")
  public CapacityView capacity() {
    return CapacityView.of(subscriptions.capacity(caller.tenant()));
  }

  private static RestResponse<SubscriptionView> tagged(Subscription subscription) {
    return RestResponse.ResponseBuilder.ok(SubscriptionView.of(subscription))
        .header("ETag", Versions.tag(subscription.version()))
        .build();
  }
}
