package io.ganglion.api.status;

import io.ganglion.api.Listing;
import io.ganglion.api.Public;
import io.ganglion.kernel.IncidentId;
import io.ganglion.status.Incidents;
import io.ganglion.status.Status;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the platform does, for everybody. */
@Path("/api/v1/status")
@Tag(name = "status")
@RunOnVirtualThread
public class StatusResource {
  private final Status status;
  private final OtherParts others;
  private final Incidents incidents;

  StatusResource(Status status, OtherParts others, Incidents incidents) {
    this.status = status;
    this.others = others;
    this.incidents = incidents;
  }

  @GET
  @Public("says nothing of anybody; looked at once in five seconds, whoever asks")
  @Operation(
      summary = "How the platform does",
      description =
          "Part by part, with the incidents that go on. Answers without a database as well. For a"
              + " page that everybody may see, and for programs that want to know whether it is"
              + " them or us.")
  public StatusView get() {
    return StatusView.of(status.now(others::look));
  }

  @GET
  @Path("/incidents")
  @Public("what the operator tells everybody")
  @Operation(
      summary = "List incidents",
      description = "All that were told of, newest first; those that are over, too.")
  public Listing<IncidentView> incidents(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, IncidentId::fromString));
    return Listing.of(incidents.list(request.limit(), before), IncidentView::of);
  }
}
