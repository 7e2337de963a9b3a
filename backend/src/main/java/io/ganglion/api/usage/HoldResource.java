package io.ganglion.api.usage;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.coordination.Hold;
import io.ganglion.coordination.Holds;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.RunId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What runs hold, and held. */
@Path("/api/v1/holds")
@Tag(name = "usage")
@RunOnVirtualThread
public class HoldResource {
  private final Caller caller;
  private final Holds holds;

  HoldResource(Caller caller, Holds holds) {
    this.caller = caller;
    this.holds = holds;
  }

  @GET
  @Scope("usage:read")
  @Operation(
      summary = "List holds",
      description =
          "The latest first; narrow by the root run, or to those that are OPEN now. A run that waits has closed its"
              + " holds; each stretch is a hold of its own.")
  public Listing<HoldView> list(
      @QueryParam("run") @Nullable String run,
      @QueryParam("state") Hold.@Nullable State state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, HoldId::fromString));
    return Listing.of(
        holds.list(
            caller.tenant(),
            Listing.narrowed("/run", run, RunId::fromString),
            Optional.ofNullable(state),
            request.limit(),
            before),
        HoldView::of);
  }
}
