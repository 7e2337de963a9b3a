package io.ganglion.api.billing;

import io.ganglion.api.Scope;
import io.ganglion.api.Times;
import io.ganglion.billing.Estimates;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.InvalidRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a month would have cost otherwise. */
@Path("/api/v1/billing")
@Tag(name = "billing")
@RunOnVirtualThread
public class BillingResource {
  /** Nobody holds more; what follows from it stays within a long. */
  private static final int MOST = 1_000_000;

  private final Caller caller;
  private final Estimates estimates;

  BillingResource(Caller caller, Estimates estimates) {
    this.caller = caller;
    this.estimates = estimates;
  }

  @GET
  @Path("/what-if")
  @Scope("billing:read")
  @Operation(
      summary = "Ask what a month would have cost",
      description = "With another plan, another K, or both; computed from the ledger's rows.")
  public WhatIfView whatIf(
      @Parameter(description = "UTC, e.g. 2026-11", required = true) @QueryParam("month")
          @Nullable String month,
      @Parameter(description = "Of GET /plans; left out: the tenant's own terms")
          @QueryParam("plan")
          @Nullable String plan,
      @Parameter(description = "Billable weight; left out: the plan's") @QueryParam("k")
          @Nullable String k) {
    return WhatIfView.of(
        estimates.of(caller.tenant(), Times.month(month), Optional.ofNullable(plan), weight(k)));
  }

  private static OptionalInt weight(@Nullable String text) {
    if (text == null) {
      return OptionalInt.empty();
    }
    if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > MOST) {
      throw new InvalidRequest("/k", "send a number from 0 to %d".formatted(MOST));
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
