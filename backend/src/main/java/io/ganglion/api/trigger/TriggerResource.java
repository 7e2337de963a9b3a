package io.ganglion.api.trigger;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.TriggerId;
import io.ganglion.trigger.Trigger;
import io.ganglion.trigger.Triggers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Triggers: lists of platforms that are read again and again. */
@Path("/api/v1/triggers")
@Tag(name = "webhooks")
@RunOnVirtualThread
public class TriggerResource {
  private static final String AN_OBJECT = "send a JSON object";
  private final Caller caller;
  private final Triggers triggers;

  TriggerResource(Caller caller, Triggers triggers) {
    this.caller = caller;
    this.triggers = triggers;
  }

  @POST
  @Scope("webhooks:write")
  @ResponseStatus(201)
  @APIResponse(responseCode = "201", description = "Made; it is read for the first time at once")
  @Operation(
      summary = "Make a trigger",
      description =
          "What appears in the platform's list from then on becomes events on the tenant's bus,"
              + " each thing once.")
  public TriggerView create(@Valid @NotNull(message = AN_OBJECT) TriggerBody body) {
    return TriggerView.of(
        triggers.create(caller.tenant(), new TriggerId(caller.request()), body.wanted()));
  }

  @GET
  @Scope("webhooks:read")
  @Operation(summary = "List triggers", description = "Newest first.")
  public Listing<TriggerView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, TriggerId::fromString));
    return Listing.of(triggers.list(caller.tenant(), request.limit(), before), TriggerView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("webhooks:read")
  @Operation(summary = "Get a trigger")
  public RestResponse<TriggerView> get(@PathParam("id") TriggerId id) {
    return tagged(triggers.get(caller.tenant(), id));
  }

  @PATCH
  @Path("/{id}")
  @Scope("webhooks:write")
  @Operation(summary = "Change a trigger's name or interval")
  public RestResponse<TriggerView> change(
      @PathParam("id") TriggerId id,
      @Valid @NotNull(message = AN_OBJECT) TriggerEditBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(
        triggers.change(
            caller.tenant(),
            id,
            Optional.ofNullable(body.name()),
            Optional.ofNullable(body.interval()),
            Versions.expected(ifMatch)));
  }

  @POST
  @Path("/{id}/pause")
  @Scope("webhooks:write")
  @Operation(
      summary = "Pause a trigger",
      description = "A page that is being read is the last. Again: changes nothing.")
  public RestResponse<TriggerView> pause(
      @PathParam("id") TriggerId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(triggers.pause(caller.tenant(), id, Versions.expected(ifMatch)));
  }

  @POST
  @Path("/{id}/resume")
  @Scope("webhooks:write")
  @Operation(
      summary = "Resume a trigger",
      description = "It goes on where it was; what came meanwhile is told.")
  public RestResponse<TriggerView> resume(
      @PathParam("id") TriggerId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(triggers.resume(caller.tenant(), id, Versions.expected(ifMatch)));
  }

  @DELETE
  @Path("/{id}")
  @Scope("webhooks:write")
  @ResponseStatus(204)
  @APIResponse(responseCode = "204", description = "Deleted; how far it was read is no more")
  @Operation(summary = "Delete a trigger", description = "Events that it made stay.")
  public void delete(
      @PathParam("id") TriggerId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    triggers.delete(caller.tenant(), id, Versions.expected(ifMatch));
  }

  private static RestResponse<TriggerView> tagged(Trigger trigger) {
    return RestResponse.ResponseBuilder.ok(TriggerView.of(trigger))
        .header("ETag", Versions.tag(trigger.version()))
        .build();
  }
}
