package io.ganglion.api.billing;

import io.ganglion.api.Operator;
import io.ganglion.api.Times;
import io.ganglion.billing.stripe.Reconciliation;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether Stripe's books and ours agree. */
@Path("/api/v1/operator/tenants/{tenant}/reconciliation")
@Tag(name = "operator")
@RunOnVirtualThread
public class ReconciliationResource {
  private final Reconciliation reconciliation;

  ReconciliationResource(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @POST
  @Operator
  @APIResponse(responseCode = "200", description = "Both, and what differs")
  @Operation(
      summary = "Compare a month with Stripe",
      description = "Done by itself three days after each month; it changes nothing.")
  public ComparisonView compare(
      @PathParam("tenant") TenantId tenant, @QueryParam("month") @Nullable String month) {
    return reconciliation
        .compare(tenant, Times.month(month))
        .map(ComparisonView::of)
        .orElseThrow(() -> new NotFound("customer at Stripe"));
  }
}
