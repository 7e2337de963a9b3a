package io.ganglion.api.webhook;

import io.ganglion.api.Listing;
import io.ganglion.api.OverlapBody;
import io.ganglion.api.Scope;
import io.ganglion.api.ShownOnce;
import io.ganglion.api.Versions;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.EndpointId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.MessageId;
import io.ganglion.webhook.Delivery;
import io.ganglion.webhook.Endpoint;
import io.ganglion.webhook.Endpoints;
import io.ganglion.webhook.EventTypes;
import io.ganglion.webhook.Messages;
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
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Endpoints, and what became of what they were told. */
@Path("/api/v1/endpoints")
@Tag(name = "webhooks")
@RunOnVirtualThread
public class EndpointResource {
  private static final String AN_OBJECT = "send a JSON object";
  private final Caller caller;
  private final Endpoints endpoints;
  private final Messages messages;
  private final EventTypes types;

  EndpointResource(Caller caller, Endpoints endpoints, Messages messages, EventTypes types) {
    this.caller = caller;
    this.endpoints = endpoints;
    this.messages = messages;
    this.types = types;
  }

  @POST
  @Scope("webhooks:write")
  @ResponseStatus(201)
  @ShownOnce
  @APIResponse(responseCode = "201", description = "Made; the secret is never shown again")
  @Operation(
      summary = "Make an endpoint",
      description =
          "It is told of what happens from now on, by Standard Webhooks. Its address has to be a"
              + " public one.")
  public NewEndpointView create(@Valid @NotNull(message = AN_OBJECT) EndpointBody body) {
    return NewEndpointView.of(
        endpoints.create(
            caller.tenant(), new EndpointId(caller.request()), body.wanted(types), body.kind()));
  }

  @GET
  @Scope("webhooks:read")
  @Operation(summary = "List endpoints", description = "Newest first.")
  public Listing<EndpointView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, EndpointId::fromString));
    return Listing.of(endpoints.list(caller.tenant(), request.limit(), before), EndpointView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("webhooks:read")
  @Operation(summary = "Get an endpoint")
  public RestResponse<EndpointView> get(@PathParam("id") EndpointId id) {
    return tagged(endpoints.get(caller.tenant(), id));
  }

  @PATCH
  @Path("/{id}")
  @Scope("webhooks:write")
  @Operation(
      summary = "Change an endpoint",
      description =
          "Enable one that was disabled by this, too; then replay what it missed. What is left out"
              + " stays.")
  public RestResponse<EndpointView> change(
      @PathParam("id") EndpointId id,
      @Valid @NotNull(message = AN_OBJECT) EndpointEditBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(endpoints.change(caller.tenant(), id, body.edit(), Versions.expected(ifMatch)));
  }

  @DELETE
  @Path("/{id}")
  @Scope("webhooks:write")
  @ResponseStatus(204)
  @APIResponse(responseCode = "204", description = "Deleted; it gets nothing any more")
  @Operation(summary = "Delete an endpoint", description = "What is on its way to it fails.")
  public void delete(
      @PathParam("id") EndpointId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    endpoints.delete(caller.tenant(), id, Versions.expected(ifMatch));
  }

  @POST
  @Path("/{id}/rotate")
  @Scope("webhooks:write")
  @ResponseStatus(201)
  @ShownOnce
  @APIResponse(responseCode = "201", description = "Made; the secret is never shown again")
  @Operation(
      summary = "Rotate an endpoint's key",
      description = "For the overlap messages are signed with both keys, so that either checks.")
  public NewEndpointView rotate(
      @PathParam("id") EndpointId id,
      @Nullable OverlapBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return NewEndpointView.of(
        endpoints.rotate(caller.tenant(), id, OverlapBody.of(body), Versions.expected(ifMatch)));
  }

  @POST
  @Path("/{id}/test")
  @Scope("webhooks:write")
  @ResponseStatus(202)
  @APIResponse(
      responseCode = "202",
      description = "On its way; the deliveries tell what came of it")
  @Operation(
      summary = "Send a test message",
      description = "An example, to this endpoint alone, whatever types it asks for.")
  public MessageView test(
      @PathParam("id") EndpointId id, @Valid @NotNull(message = AN_OBJECT) TestBody body) {
    return MessageView.of(
        messages.test(
            caller.tenant(),
            id,
            new MessageId(caller.request()),
            Optional.ofNullable(body.type())));
  }

  @POST
  @Path("/{id}/replay")
  @Scope("webhooks:write")
  @ResponseStatus(202)
  @APIResponse(responseCode = "202", description = "They are on their way")
  @Operation(
      summary = "Send messages once more",
      description =
          "One, those of a range of time, or all that failed; under the ids they have, so that who"
              + " has one knows it. What is on its way stays as it is.")
  public ReplayedView replay(
      @PathParam("id") EndpointId id, @Valid @NotNull(message = AN_OBJECT) ReplayBody body) {
    return new ReplayedView(messages.replay(caller.tenant(), id, body.which()));
  }

  @GET
  @Path("/{id}/deliveries")
  @Scope("webhooks:read")
  @Operation(
      summary = "List what became of an endpoint's messages",
      description = "Newest first; narrow by state. Bodies are left out.")
  public Listing<DeliveryView> deliveries(
      @PathParam("id") EndpointId id,
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, MessageId::fromString));
    var wanted = Optional.ofNullable(state).map(EndpointResource::state);
    return Listing.of(
        messages.deliveries(caller.tenant(), id, wanted, request.limit(), before),
        DeliveryView::of);
  }

  private static Delivery.State state(String text) {
    return Arrays.stream(Delivery.State.values())
        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> new InvalidRequest("/state", "send pending, delivered or failed"));
  }

  private static RestResponse<EndpointView> tagged(Endpoint endpoint) {
    return RestResponse.ResponseBuilder.ok(EndpointView.of(endpoint))
        .header("ETag", Versions.tag(endpoint.version()))
        .build();
  }
}
