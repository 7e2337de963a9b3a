package io.ganglion.api.event;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.bus.Bus;
import io.ganglion.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The tenant's event bus. */
@Path("/api/v1/events")
@Tag(name = "events")
@RunOnVirtualThread
public class EventResource {
  private final Caller caller;
  private final Bus bus;

  EventResource(Caller caller, Bus bus) {
    this.caller = caller;
    this.bus = bus;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Scope("events:write")
  @Operation(
      summary = "Send events",
      description =
          "CloudEvents 1.0 by the HTTP binding: application/cloudevents+json,"
              + " application/cloudevents-batch+json (all or none), or the data alone with ce-"
              + " headers. An event of at most 256 KiB (else 413) is stored once by source and id, before"
              + " anybody need listen.")
  @APIResponse(
      responseCode = "202",
      description = "Stored; what was known already is counted apart")
  public RestResponse<AcceptedView> publish(byte[] body, @Context HttpHeaders headers)
      throws IOException {
    var events = SentEvents.read(body, headers);
    int fresh = bus.publish(caller.tenant(), events);
    return RestResponse.ResponseBuilder.<AcceptedView>accepted()
        .entity(new AcceptedView(fresh, events.size() - fresh))
        .build();
  }

  @GET
  @Scope("events:read")
  @Operation(
      summary = "List stored events",
      description = "Newest first; narrow by type. Emitted events and signals are among them.")
  public Listing<EventView> list(
      @QueryParam("type") @Nullable String type,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, Long::valueOf));
    var page = bus.list(caller.tenant(), Optional.ofNullable(type), request.limit(), before);
    return Listing.of(page, EventView::of);
  }
}
