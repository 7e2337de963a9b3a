package io.ganglion.api.live;

import io.ganglion.api.VersionFilter;
import io.ganglion.api.limit.LimitHeaders;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Streams of server-sent events. */
@ApplicationScoped
public class Streams {
  private final StreamConfig config;
  private final CurrentVertxRequest request;
  private final Semaphore open;

  Streams(StreamConfig config, CurrentVertxRequest request) {
    this.config = config;
    this.request = request;
    this.open = new Semaphore(config.streams());
  }

  /**
   * An event.
   *
   * @param id by which a reader goes on, as Last-Event-ID
   */
  public record Item(String id, String type, String data) {}

  /**
   * What there is to tell now.
   *
   * @param over whether there will be no more
   */
  public record News(List<Item> items, boolean over) {}

  /** Where a stream's events come from. */
  public interface Source {
    /** What is new since the last call; without waiting for it. */
    News next();

    /** The id after which a reader that comes back misses nothing; empty: from the beginning. */
    Optional<String> place();
  }

  /**
   * Serves a stream until its source is over, its reader is gone or it has lived long enough. The
   * source is asked after that is granted: what it refuses comes before.
   *
   * @throws StreamProblem if too many are open
   */
  public void serve(SseEventSink sink, Sse sse, Source source) {
    if (!open.tryAcquire()) {
      throw StreamProblem.tooMany();
    }
    try (sink) {
      head(request.getCurrent());
      follow(sink, sse, source);
    } finally {
      open.release();
    }
  }

  /** The framework shows no response filter a stream's head, hence what those tell is told here. */
  private static void head(RoutingContext request) {
    var headers = request.response().headers();
    headers.set("X-Accel-Buffering", "no"); // else nginx keeps events back
    headers.set(VersionFilter.HEADER, VersionFilter.NEWEST.toString());
    LimitHeaders.of(request).forEach((name, value) -> headers.set(name, value));
  }

  private void follow(SseEventSink sink, Sse sse, Source source) {
    long end = System.nanoTime() + config.longest().toNanos();
    long told = System.nanoTime();
    if (!sent(sink, place(sse, source))) { // with the head: nobody waits for the first event
      return;
    }
    while (!sink.isClosed() && System.nanoTime() < end) {
      var news = source.next();
      for (var item : news.items()) {
        if (!sent(sink, event(sse, item))) {
          return;
        }
      }
      if (news.over()) {
        return;
      }
      if (!news.items().isEmpty()) {
        told = System.nanoTime();
        continue;
      }
      if (System.nanoTime() - told > config.quiet().toNanos()) {
        if (!sent(sink, place(sse, source))) {
          return;
        }
        told = System.nanoTime();
      }
      LockSupport.parkNanos(config.poll().toNanos());
    }
  }

  /**
   * No event, but an id to come back with, also where events that came were not for this reader.
   */
  private static OutboundSseEvent place(Sse sse, Source source) {
    var event = sse.newEventBuilder();
    source.place().ifPresent(event::id);
    return event.comment("at " + source.place().orElse("the beginning")).build();
  }

  private static OutboundSseEvent event(Sse sse, Item item) {
    return sse.newEventBuilder()
        .id(item.id())
        .name(item.type())
        .data(String.class, item.data())
        .build();
  }

  /**
   * One event at a time: a slow reader holds up nobody but itself.
   *
   * @return false when the reader is gone
   */
  private static boolean sent(SseEventSink sink, OutboundSseEvent event) {
    try {
      sink.send(event).toCompletableFuture().join();
      return true;
    } catch (CompletionException | IllegalStateException gone) {
      return false;
    }
  }
}
