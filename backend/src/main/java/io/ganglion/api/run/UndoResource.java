package io.ganglion.api.run;

import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.run.Undos;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Undoing what an earlier run did. */
@Path("/api/v1/effects/{id}/undo")
@Tag(name = "effects")
@RunOnVirtualThread
public class UndoResource {
  private final Caller caller;
  private final Undos undos;

  UndoResource(Caller caller, Undos undos) {
    this.caller = caller;
    this.undos = undos;
  }

  @POST
  @Scope("effects:write")
  @Operation(
      summary = "Undo an effect",
      description =
          "Takes back what landed in a run that has ended, by its action's undo. A run of its own does it, in the"
              + " name of the same agent: it ends as SUCCEEDED when the effect is UNDONE. Asking again while it is"
              + " under way gives that run.")
  @APIResponse(responseCode = "202", description = "Accepted; Location says where to look")
  public RestResponse<RunView> undo(@PathParam("id") EffectId id) {
    var run = undos.start(caller.tenant(), id, new RunId(caller.request()));
    return RunResource.started(RunView.of(run));
  }
}
