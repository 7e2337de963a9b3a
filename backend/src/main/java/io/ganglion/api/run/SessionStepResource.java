package io.ganglion.api.run;

import io.ganglion.api.LabKey;
import io.ganglion.api.Scope;
import io.ganglion.connector.Catalogue;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.RunId;
import io.ganglion.run.SessionStep.Kind;
import io.ganglion.run.SessionStep.Place;
import io.ganglion.run.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Steps of session runs. */
@Path("/api/v1/runs/{id}/steps/{key}")
@Tag(name = "session runs")
@RunOnVirtualThread
public class SessionStepResource {
  private final Caller caller;
  private final Sessions sessions;
  private final Catalogue catalogue;
  private final LabDoor door;

  SessionStepResource(Caller caller, Sessions sessions, Catalogue catalogue, LabDoor door) {
    this.caller = caller;
    this.sessions = sessions;
    this.catalogue = catalogue;
    this.door = door;
  }

  @PUT
  @LabKey
  @Scope("runs:write")
  @Operation(
      summary = "Add a step to a session",
      description =
          "Durable once answered, and done once however often it is sent: the key stands for its"
              + " first body. wait=30s waits for the end, 60 s at most.")
  @APIResponse(responseCode = "200", description = "It has ended")
  @APIResponse(responseCode = "202", description = "It has not ended; Location says where to look")
  @APIResponse(responseCode = "409", description = "The run is no session, is ending or has ended")
  @APIResponse(
      responseCode = "422",
      description = "The key stands for another body, or the session is full")
  public RestResponse<SessionStepView> put(
      @PathParam("id") RunId id,
      @PathParam("key") String key,
      @Parameter(description = "Whole seconds to wait for its end", example = "30s")
          @QueryParam("wait")
          @Nullable String wait,
      SessionStepBody body) {
    door.check(id);
    var patience = SessionAnswers.patience(wait);
    return SessionAnswers.of(
        sessions.put(caller.tenant(), id, place(key), body.toJson(this::known, ""), patience));
  }

  @GET
  @Scope("runs:read")
  @Operation(summary = "Get a step of a session", description = "wait=30s waits for its end.")
  public SessionStepView get(
      @PathParam("id") RunId id,
      @PathParam("key") String key,
      @Parameter(description = "Whole seconds to wait for its end", example = "30s")
          @QueryParam("wait")
          @Nullable String wait) {
    return SessionStepView.of(
        sessions.await(caller.tenant(), id, place(key), SessionAnswers.patience(wait)));
  }

  private static Place place(String key) {
    return new Place(Kind.STEP, SessionAnswers.key(key, "/key"));
  }

  private boolean known(String action) {
    return catalogue.action(caller.tenant(), action).isPresent();
  }
}
