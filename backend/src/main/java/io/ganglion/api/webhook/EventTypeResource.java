package io.ganglion.api.webhook;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.kernel.Page;
import io.ganglion.webhook.EventType;
import io.ganglion.webhook.EventTypes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What endpoints can be told of. */
@Path("/api/v1/event-types")
@Tag(name = "webhooks")
@RunOnVirtualThread
public class EventTypeResource {
  private final EventTypes types;

  EventTypeResource(EventTypes types) {
    this.types = types;
  }

  @GET
  @Scope("webhooks:read")
  @Operation(
      summary = "List event types",
      description = "By name, each with the JSON Schema of its messages' data and an example.")
  public Listing<EventTypeView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    List<EventType> behind =
        types.all().stream()
            .filter(type -> request.cursor().map(at -> type.name().compareTo(at) > 0).orElse(true))
            .sorted(java.util.Comparator.comparing(EventType::name))
            .toList();
    return Listing.of(Page.of(behind, request.limit(), EventType::name), EventTypeView::of);
  }
}
