package io.ganglion.api.identity;

import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.NotFound;
import io.ganglion.tenant.Tenants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller itself. */
@Path("/api/v1/me")
@Tag(name = "me")
@RunOnVirtualThread
public class MeResource {
  private final Caller caller;
  private final Tenants tenants;

  MeResource(Caller caller, Tenants tenants) {
    this.caller = caller;
    this.tenants = tenants;
  }

  @GET
  @Scope(Scope.ANY)
  @Operation(summary = "Who am I", description = "The tenant, the actor and the scopes of the key.")
  public MeView me() {
    var tenant = tenants.find(caller.tenant()).orElseThrow(() -> new NotFound("tenant"));
    return new MeView(
        tenant.id(), tenant.name(), caller.actor(), caller.scopes().stream().sorted().toList());
  }
}
