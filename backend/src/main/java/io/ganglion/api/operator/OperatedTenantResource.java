package io.ganglion.api.operator;

import io.ganglion.api.Listing;
import io.ganglion.api.Operator;
import io.ganglion.api.Versions;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.TenantId;
import io.ganglion.operator.Bars;
import io.ganglion.operator.Directory;
import io.ganglion.operator.TenantLimit;
import io.ganglion.operator.TenantLimits;
import io.ganglion.operator.TenantState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tenants, as the operator sees them; each change is noted in the tenant's audit log. */
@Path("/api/v1/operator/tenants")
@Tag(name = "operator")
@RunOnVirtualThread
public class OperatedTenantResource {
  private static final int LONGEST = 100;

  private final Directory directory;
  private final Bars bars;
  private final TenantLimits limits;

  OperatedTenantResource(Directory directory, Bars bars, TenantLimits limits) {
    this.directory = directory;
    this.bars = bars;
    this.limits = limits;
  }

  @GET
  @Operator
  @Operation(
      summary = "List tenants",
      description = "Newest first; narrow by a part of the name or the identifier, and by state.")
  public Listing<OperatedTenantView> list(
      @QueryParam("q") @Nullable String text,
      @QueryParam("state") @Nullable TenantState state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, TenantId::fromString));
    var filter =
        new Directory.Filter(
            Optional.ofNullable(text).map(OperatedTenantResource::sought),
            Optional.ofNullable(state));
    return Listing.of(directory.list(filter, request.limit(), before), OperatedTenantView::of);
  }

  @GET
  @Path("/{tenant}")
  @Operator
  @Operation(
      summary = "Get a tenant",
      description = "Its plan, capacity and state; nothing of what it does.")
  public OperatedTenantView get(@PathParam("tenant") TenantId tenant) {
    return OperatedTenantView.of(directory.get(tenant));
  }

  @POST
  @Path("/{tenant}/suspend")
  @Operator
  @APIResponse(responseCode = "200", description = "Suspended")
  @Operation(
      summary = "Suspend a tenant",
      description =
          "From now on it starts nothing and dispatches nothing but undoing, whatever it pays; it"
              + " can be read. Again: the reason is another.")
  public OperatedTenantView suspend(
      @PathParam("tenant") TenantId tenant,
      @Valid @NotNull(message = "send a JSON object") SuspendBody body) {
    bars.suspend(tenant, body.reason().strip());
    return OperatedTenantView.of(directory.get(tenant));
  }

  @POST
  @Path("/{tenant}/resume")
  @Operator
  @APIResponse(responseCode = "200", description = "It goes on, unless it does not pay")
  @Operation(
      summary = "Resume a tenant",
      description = "Takes the operator's suspension back; one for an invoice stays.")
  public OperatedTenantView resume(@PathParam("tenant") TenantId tenant) {
    bars.resume(tenant);
    return OperatedTenantView.of(directory.get(tenant));
  }

  @GET
  @Path("/{tenant}/limits")
  @Operator
  @Operation(
      summary = "Get a tenant's limits",
      description = "How much it may hold at one instant, and ask in a minute.")
  public RestResponse<LimitsView> limits(@PathParam("tenant") TenantId tenant) {
    return tagged(limits.get(tenant));
  }

  @PUT
  @Path("/{tenant}/limits")
  @Operator
  @Operation(
      summary = "Set a tenant's limits",
      description =
          "K holds at once and is in the hold ledger, so that it is billed as what it is; a later"
              + " change of plan brings that plan's. Requests a minute hold within half a minute.")
  public RestResponse<LimitsView> limit(
      @PathParam("tenant") TenantId tenant,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull(message = "send a JSON object") LimitsBody body) {
    var expected = Versions.expected(ifMatch);
    return tagged(limits.set(tenant, body.k(), body.requests(), expected));
  }

  private static String sought(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new InvalidRequest("/q", "send 1 to 100 characters of the name, or an identifier");
    }
    return text.strip();
  }

  private static RestResponse<LimitsView> tagged(TenantLimit limit) {
    return RestResponse.ResponseBuilder.ok(LimitsView.of(limit))
        .header("ETag", Versions.tag(limit.version()))
        .build();
  }
}
