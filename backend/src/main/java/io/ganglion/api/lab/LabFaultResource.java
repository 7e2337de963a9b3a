package io.ganglion.api.lab;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.NotFound;
import io.ganglion.lab.Faults;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Faults that the simulated platforms shall have. */
@Path("/api/v1/lab/faults")
@Tag(name = "lab")
@RunOnVirtualThread
public class LabFaultResource {
  private final Caller caller;
  private final Faults faults;

  LabFaultResource(Caller caller, Faults faults) {
    this.caller = caller;
    this.faults = faults;
  }

  @POST
  @Scope("lab:write")
  @ResponseStatus(201)
  @APIResponse(responseCode = "201", description = "Programmed")
  @Operation(summary = "Program a fault", description = "Those programmed earlier strike first.")
  public FaultView program(@Valid @NotNull(message = "send a JSON object") FaultBody body) {
    return FaultView.of(faults.program(caller.tenant(), body.program()));
  }

  @GET
  @Scope("lab:read")
  @Operation(summary = "List the faults", description = "All of them, at most 200.")
  public Listing<FaultView> list() {
    var all = faults.list(caller.tenant()).stream().map(FaultView::of).toList();
    return new Listing<>(all, null);
  }

  @DELETE
  @Scope("lab:write")
  @Operation(summary = "Clear all faults")
  public void clear() {
    faults.clear(caller.tenant());
  }

  @DELETE
  @Path("/{id}")
  @Scope("lab:write")
  @Operation(summary = "Clear a fault")
  public void clear(@PathParam("id") String id) {
    try {
      faults.clear(caller.tenant(), UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      throw new NotFound("fault");
    }
  }
}
