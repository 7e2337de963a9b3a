package io.ganglion.api.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.live.Streams;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.LifecycleEvent;
import io.ganglion.run.LifecyclePlace;
import io.ganglion.run.Lifecycles;
import io.ganglion.run.Runs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The lifecycle events of a run, as a list or as they happen. */
@Path("/api/v1/runs/{id}/events")
@Tag(name = "runs")
@RunOnVirtualThread
public class RunEventResource {
  private final Caller caller;
  private final Runs runs;
  private final Lifecycles lifecycles;
  private final Streams streams;

  RunEventResource(Caller caller, Runs runs, Lifecycles lifecycles, Streams streams) {
    this.caller = caller;
    this.runs = runs;
    this.lifecycles = lifecycles;
    this.streams = streams;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Scope("runs:read")
  @Operation(
      summary = "Read a run's lifecycle events",
      description =
          "The DSL's workflow and task events as CloudEvents, oldest first. With Accept: text/event-stream they come as they"
              + " happen, until the run has ended; Last-Event-ID resumes after an event.")
  public Listing<JsonNode> list(
      @PathParam("id") RunId id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var place =
        request
            .cursor()
            .map(at -> Listing.cursor(at, LifecyclePlace::parse))
            .orElse(LifecyclePlace.START);
    var told = lifecycles.after(caller.tenant(), id, place, request.limit() + 1).events();
    return Listing.of(
        Page.of(told, request.limit(), LifecycleEvent::id), LifecycleEvent::cloudEvent);
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Scope("runs:read")
  @Operation(summary = "Read a run's lifecycle events")
  public void stream(
      @PathParam("id") RunId id,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @Context SseEventSink sink,
      @Context Sse sse) {
    var place =
        Optional.ofNullable(lastEventId).map(RunEventResource::place).orElse(LifecyclePlace.START);
    runs.get(caller.tenant(), id); // a problem can be told only before the stream has begun
    streams.serve(sink, sse, new Following(caller.tenant(), id, place));
  }

  /** Events of a run from a place on. */
  private final class Following implements Streams.Source {
    private final TenantId tenant;
    private final RunId run;
    private LifecyclePlace place;

    Following(TenantId tenant, RunId run, LifecyclePlace place) {
      this.tenant = tenant;
      this.run = run;
      this.place = place;
    }

    @Override
    public Streams.News next() {
      var told = lifecycles.after(tenant, run, place, Lifecycles.PAGE);
      boolean over = told.over();
      var items = new ArrayList<Streams.Item>();
      for (var event : told.events()) {
        items.add(new Streams.Item(event.id(), event.type(), Json.write(event.cloudEvent())));
        place = new LifecyclePlace(event.seq(), event.part());
        over |= event.last();
      }
      return new Streams.News(items, over);
    }

    @Override
    public Optional<String> place() {
      return Optional.of(place)
          .filter(at -> !at.equals(LifecyclePlace.START))
          .map(Object::toString);
    }
  }

  private static LifecyclePlace place(String lastEventId) {
    try {
      return LifecyclePlace.parse(lastEventId);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest("/Last-Event-ID", "send the id of an event of this stream");
    }
  }
}
