package io.ganglion.api.operator;

import io.ganglion.api.Listing;
import io.ganglion.api.Operator;
import io.ganglion.api.status.IncidentView;
import io.ganglion.audit.Actor;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.IncidentId;
import io.ganglion.status.Incidents;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What the operator tells everybody of. */
@Path("/api/v1/operator/incidents")
@Tag(name = "operator")
@RunOnVirtualThread
public class IncidentResource {
  private final Incidents incidents;
  private final Caller caller;
  private final Actor actor;

  IncidentResource(Incidents incidents, Caller caller, Actor actor) {
    this.incidents = incidents;
    this.caller = caller;
    this.actor = actor;
  }

  @GET
  @Operator
  @Operation(summary = "List incidents as the operator", description = "Newest first.")
  public Listing<IncidentView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, IncidentId::fromString));
    return Listing.of(incidents.list(request.limit(), before), IncidentView::of);
  }

  @GET
  @Path("/{id}")
  @Operator
  @Operation(summary = "Get an incident", description = "With all that was told of it.")
  public IncidentView get(@PathParam("id") IncidentId id) {
    return IncidentView.of(incidents.get(id));
  }

  @POST
  @Operator
  @ResponseStatus(201)
  @APIResponse(responseCode = "201", description = "Everybody is told")
  @Operation(
      summary = "Begin an incident",
      description =
          "Shown on the dashboard of every tenant and on the status page until it is resolved. What"
              + " was told stays.")
  public IncidentView begin(@Valid @NotNull(message = "send a JSON object") IncidentBody body) {
    var id = new IncidentId(caller.request());
    return IncidentView.of(
        incidents.begin(
            id,
            body.title().strip(),
            body.impact(),
            body.parts(),
            body.message().strip(),
            actor.name()));
  }

  @POST
  @Path("/{id}/updates")
  @Operator
  @APIResponse(responseCode = "200", description = "Everybody is told")
  @Operation(
      summary = "Tell how an incident goes on",
      description = "The state resolved ends it; another one later opens it anew.")
  public IncidentView tell(
      @PathParam("id") IncidentId id,
      @Valid @NotNull(message = "send a JSON object") IncidentUpdateBody body) {
    return IncidentView.of(
        incidents.tell(id, caller.request(), body.state(), body.message().strip(), actor.name()));
  }
}
