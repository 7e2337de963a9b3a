package io.ganglion.api.usage;

import io.ganglion.api.Scope;
import io.ganglion.billing.Subscriptions;
import io.ganglion.identity.Caller;
import io.ganglion.run.CoordinationMaps;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who acts on what, now. */
@Path("/api/v1/map")
@Tag(name = "usage")
@RunOnVirtualThread
public class CoordinationMapResource {
  private final Caller caller;
  private final CoordinationMaps maps;
  private final Subscriptions subscriptions;

  CoordinationMapResource(Caller caller, CoordinationMaps maps, Subscriptions subscriptions) {
    this.caller = caller;
    this.maps = maps;
    this.subscriptions = subscriptions;
  }

  @GET
  @Scope({
    "usage:read",
    "agents:read",
    "connections:read",
    "runs:read",
    "effects:read",
    "approvals:read"
  })
  @Operation(
      summary = "Show what is coordinated now",
      description =
          "The coordination map as one answer, each part as it is when it is read: agents, connections with the systems behind them, open holds, effects whose"
              + " fate isn't decided, the runs that these belong to, and the capacity that is used. Cheap enough to be"
              + " asked for every two seconds; GET /api/v1/events/stream tells what happens in between.")
  public CoordinationMapView show() {
    var tenant = caller.tenant();
    return CoordinationMapView.of(maps.of(tenant), subscriptions.capacity(tenant));
  }
}
