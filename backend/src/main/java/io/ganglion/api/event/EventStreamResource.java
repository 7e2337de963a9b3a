package io.ganglion.api.event;

import io.ganglion.api.Scope;
import io.ganglion.api.live.Streams;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.webhook.EventFeed;
import io.ganglion.webhook.EventFeeds;
import io.ganglion.webhook.EventTypes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that happens in a tenant, as it happens. */
@Path("/api/v1/events/stream")
@Tag(name = "events")
@RunOnVirtualThread
public class EventStreamResource {
  private final Caller caller;
  private final EventFeeds feeds;
  private final EventTypes types;
  private final Streams streams;

  EventStreamResource(Caller caller, EventFeeds feeds, EventTypes types, Streams streams) {
    this.caller = caller;
    this.feeds = feeds;
    this.types = types;
    this.streams = streams;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Scope("events:read")
  @Operation(
      summary = "Follow what happens",
      description =
          "Server-sent events of the types in `GET /event-types`, each once and in order, with the body that a"
              + " webhook has. From now on, or after Last-Event-ID. A stream ends after ten minutes; clients of"
              + " EventSource go on by themselves.")
  @APIResponse(
      responseCode = "200",
      description = "A stream",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  public void stream(
      @Parameter(
              description = "Names of event types, separated by commas; left out: all",
              example = "run.succeeded,run.failed")
          @QueryParam("types")
          @Nullable String typeNames,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @Context SseEventSink sink,
      @Context Sse sse) {
    var wanted =
        typeNames == null ? Set.<String>of() : new HashSet<>(List.of(typeNames.split(",")));
    for (var name : wanted) {
      if (types.find(name).isEmpty()) {
        throw new InvalidRequest("/types", "name event types; GET /event-types lists them");
      }
    }
    var feed = feeds.open(caller.tenant(), number(lastEventId));
    streams.serve(sink, sse, new Following(feed, wanted));
  }

  /**
   * A tenant's events.
   *
   * @param wanted types; empty: all
   */
  private record Following(EventFeed feed, Set<String> wanted) implements Streams.Source {
    @Override
    public Streams.News next() {
      var items =
          feed.next().stream()
              .filter(told -> wanted.isEmpty() || wanted.contains(told.type()))
              .map(told -> new Streams.Item(Long.toString(told.seq()), told.type(), told.body()))
              .toList();
      return new Streams.News(items, false);
    }

    @Override
    public Optional<String> place() {
      return Optional.of(Long.toString(feed.place()));
    }
  }

  private static OptionalLong number(@Nullable String lastEventId) {
    if (lastEventId == null) {
      return OptionalLong.empty();
    }
    if (!lastEventId.matches("\\d{1,18}")) {
      throw new InvalidRequest("/Last-Event-ID", "send the id of an event of this stream");
    }
    return OptionalLong.of(Long.parseLong(lastEventId));
  }
}
