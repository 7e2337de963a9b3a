package io.ganglion.api.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ganglion.api.Scope;
import io.ganglion.api.ShownOnce;
import io.ganglion.api.SignedIn;
import io.ganglion.api.Versions;
import io.ganglion.api.limit.Limits;
import io.ganglion.erasure.TenantExport;
import io.ganglion.identity.ApiKeys;
import io.ganglion.identity.Caller;
import io.ganglion.identity.Identity;
import io.ganglion.identity.Scopes;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.member.SignUp;
import io.ganglion.run.KillSwitch;
import io.ganglion.tenant.Tenant;
import io.ganglion.tenant.Tenants;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tenants: created by people or the operator, changed and deleted by themselves. */
@Path("/api/v1")
@Tag(name = "tenants")
@RunOnVirtualThread
public class TenantResource {
  private static final String OPERATOR = "operator";
  private static final String LINES = "application/jsonl";

  private final Caller caller;
  private final Tenants tenants;
  private final ApiKeys keys;
  private final SignUp signUp;
  private final TenantExport export;
  private final Limits limits;
  private final CurrentVertxRequest connection;
  private final KillSwitch killSwitch;

  TenantResource(
      Caller caller,
      Tenants tenants,
      ApiKeys keys,
      SignUp signUp,
      TenantExport export,
      Limits limits,
      CurrentVertxRequest connection,
      KillSwitch killSwitch) {
    this.caller = caller;
    this.tenants = tenants;
    this.keys = keys;
    this.signUp = signUp;
    this.export = export;
    this.limits = limits;
    this.connection = connection;
    this.killSwitch = killSwitch;
  }

  @POST
  @Path("/tenants")
  @SignedIn(orOperator = true)
  @ShownOnce
  @ResponseStatus(201)
  @APIResponse(responseCode = "201", description = "Created; the key's secret is never shown again")
  @Operation(
      summary = "Create a tenant",
      description =
          "By a person with a verified e-mail address, who becomes its owner. Or with the operator's"
              + " token, which answers a first key that may do everything.")
  public NewTenantView create(@Valid @NotNull(message = "send a JSON object") TenantBody body) {
    var id = new TenantId(caller.request());
    var person = caller.person();
    if (person.isPresent()) {
      limits.signUp(connection.getCurrent());
      var own = signUp.create(person.get(), id, body.name());
      return new NewTenantView(own.id(), own.name(), own.createdAt(), null);
    }
    var tenant = tenants.create(id, body.name());
    var all =
        new ApiKeys.NewKey("first key", "live", Set.of(Scopes.ALL), List.of(), Optional.empty());
    var made = keys.create(new Identity(tenant.id(), OPERATOR, Set.of(Scopes.ALL)), all);
    return new NewTenantView(
        tenant.id(),
        tenant.name(),
        tenant.createdAt(),
        new NewTenantView.FirstKey(made.key().id(), made.secret()));
  }

  @GET
  @Path("/tenant")
  @Scope("tenant:read")
  @Operation(summary = "Get the tenant", description = "The one the API key belongs to.")
  public RestResponse<TenantView> get() {
    return tagged(tenants.find(caller.tenant()).orElseThrow(() -> new NotFound("tenant")));
  }

  @PATCH
  @Path("/tenant")
  @Scope("tenant:write")
  @Operation(summary = "Rename the tenant")
  public RestResponse<TenantView> rename(
      @Valid @NotNull(message = "send a JSON object") TenantBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(tenants.rename(caller.tenant(), body.name(), Versions.expected(ifMatch)));
  }

  @POST
  @Path("/tenant/pause")
  @Scope("tenant:write")
  @Operation(
      summary = "Pause the tenant",
      description =
          "Nothing new is dispatched in any of its runs once this has answered, undoing included; they wait"
              + " until it is resumed. Runs can be started, and wait as well.")
  public PausedTenantView pause() {
    return PausedTenantView.of(killSwitch.pauseTenant(caller.tenant()));
  }

  @POST
  @Path("/tenant/resume")
  @Scope("tenant:write")
  @Operation(summary = "Resume the tenant", description = "Its runs go on where they are.")
  public RestResponse<TenantView> resume() {
    return tagged(killSwitch.resumeTenant(caller.tenant()));
  }

  @DELETE
  @Path("/tenant")
  @Scope(Scopes.TENANT_DELETE)
  @APIResponse(responseCode = "200", description = "Deleted; it can be had back until purge_at")
  @Operation(
      summary = "Delete the tenant",
      description =
          "It is read-only at once and starts nothing by itself; runs under way go on to their end."
              + " After 14 days everything of it is erased, credentials first. Export before.")
  public RestResponse<TenantView> delete(
      @Parameter(description = "The tenant's name, so that it is meant", required = true)
          @QueryParam("name")
          @Nullable String name) {
    var tenant = tenants.find(caller.tenant()).orElseThrow(() -> new NotFound("tenant"));
    if (!tenant.name().equals(name)) {
      throw new InvalidRequest(
          "/name", "send the tenant's name, so that nobody deletes another one");
    }
    return tagged(tenants.delete(caller.tenant()));
  }

  @POST
  @Path("/tenant/restore")
  @Scope(Scopes.TENANT_DELETE)
  @APIResponse(responseCode = "200", description = "As it was before its deletion")
  @Operation(
      summary = "Take the tenant's deletion back",
      description = "What its schedules would have started meanwhile is skipped.")
  public RestResponse<TenantView> restore() {
    return tagged(tenants.restore(caller.tenant()));
  }

  @GET
  @Path("/tenant/export")
  @Produces(LINES)
  @Scope(Scopes.TENANT_DELETE)
  @Operation(
      summary = "Export all of the tenant",
      description =
          "Every row of every table, a JSON object a line: {\"table\":…,\"row\":…}. Credentials, keys and hashes of"
              + " keys are left out.")
  @APIResponse(
      responseCode = "200",
      description = "JSON lines",
      content = @Content(mediaType = LINES, schema = @Schema(implementation = ExportLine.class)))
  public StreamingOutput export() {
    var tenant = caller.tenant();
    return out -> export.each(tenant, line -> out.write((line + "\n").getBytes(UTF_8)));
  }

  private static RestResponse<TenantView> tagged(Tenant tenant) {
    return RestResponse.ResponseBuilder.ok(TenantView.of(tenant))
        .header("ETag", Versions.tag(tenant.version()))
        .build();
  }
}
