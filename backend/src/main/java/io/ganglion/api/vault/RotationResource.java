package io.ganglion.api.vault;

import io.ganglion.api.Operator;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.RotationId;
import io.ganglion.rotation.Rotations;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Exchanges of the vault's keys. */
@Path("/api/v1/vault/rotations")
@Tag(name = "vault")
@RunOnVirtualThread
public class RotationResource {
  private final Caller caller;
  private final Rotations rotations;

  RotationResource(Caller caller, Rotations rotations) {
    this.caller = caller;
    this.rotations = rotations;
  }

  @POST
  @Operator
  @ResponseStatus(202)
  @APIResponse(responseCode = "202", description = "It is on its way; GET it to see how far")
  @Operation(
      summary = "Rotate the vault's keys",
      description =
          "By the operator. Wraps all data keys by the master key in use, gives each tenant a new data key, seals all"
              + " credentials anew and deletes the old data keys. Nothing stops meanwhile. One at a time.")
  public RotationView rotate() {
    return RotationView.of(rotations.start(new RotationId(caller.request())));
  }

  @GET
  @Path("/{id}")
  @Operator
  @Operation(summary = "Get a rotation", description = "By the operator: how far it has come.")
  public RotationView get(@PathParam("id") RotationId id) {
    return RotationView.of(rotations.get(id));
  }
}
