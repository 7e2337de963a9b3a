package io.ganglion.connector.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.connector.Waiting;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Containers: media the platform has fetched and checked but shows to nobody. Creating one is the
 * native prepare; one that is never published expires by itself after 24 hours.
 */
final class Containers {
  static final String HANDLE = "container_id";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Graph graph;
  private final Waiting waiting;

  Containers(Graph graph, Waiting waiting) {
    this.graph = graph;
    this.waiting = waiting;
  }

  Preparation prepare(Session session, Act act) {
    var quota = quota(session);
    return quota.isPresent() ? quota.get() : create(session, act);
  }

  /** {@code FINISHED}, {@code PUBLISHED} ...; not landed or unknown if it can't be told. */
  Outcome status(Session session, String container) {
    var path = "/%s?fields=status_code".formatted(Query.encode(container));
    return graph.ask(
        Graph.call(session, "GET", path, TIMEOUT),
        answer ->
            new Outcome.Landed(
                Json.object(),
                Answers.text(Answers.json(answer), "/status_code"),
                Optional.empty()));
  }

  /** A refusal if the account may not publish now. */
  private Optional<Preparation> quota(Session session) {
    var path =
        "/%s/content_publishing_limit?fields=quota_usage,config"
            .formatted(Query.encode(session.principal()));
    return switch (graph.ask(Graph.call(session, "GET", path, TIMEOUT), Graph::whole)) {
      case Outcome.Landed l -> {
        var limit = l.output().at("/data/0");
        var used = limit.path("quota_usage").asLong(0);
        var total = limit.at("/config/quota_total").asLong(Long.MAX_VALUE);
        yield used < total
            ? Optional.empty()
            : Optional.of(
                new Preparation.Refused(
                    429,
                    "Instagram's quota is used up: %d of %d posts in 24 hours"
                        .formatted(used, total),
                    true));
      }
      case Outcome.NotLanded n -> Optional.of(refused(n));
      case Outcome.Unknown u -> Optional.of(refused(u));
    };
  }

  private Preparation create(Session session, Act act) {
    return switch (act.action().name()) {
      case "publishCarousel" -> carousel(session, act.arguments());
      case "publishReel" -> {
        var reel = Json.object().put("media_type", "REELS");
        act.arguments().properties().forEach(it -> reel.set(it.getKey(), it.getValue()));
        yield contain(session, reel);
      }
      default -> contain(session, act.arguments());
    };
  }

  /** A container of containers, each of which must be ready first. */
  private Preparation carousel(Session session, JsonNode arguments) {
    var children = new ArrayList<String>();
    for (var image : arguments.path("image_urls")) {
      var child = Json.object().put("image_url", image.asText()).put("is_carousel_item", true);
      switch (contain(session, child)) {
        case Preparation.Ready r -> children.add(r.handle().path(HANDLE).asText());
        case Preparation.Refused r -> {
          return r;
        }
      }
    }
    var parent =
        Json.object().put("media_type", "CAROUSEL").put("children", String.join(",", children));
    if (arguments.has("caption")) {
      parent.set("caption", arguments.path("caption"));
    }
    return contain(session, parent);
  }

  private Preparation contain(Session session, JsonNode what) {
    var path = "/%s/media".formatted(Query.encode(session.principal()));
    var call = Graph.call(session, "POST", path, TIMEOUT).json(what);
    return switch (graph.ask(call, Containers::created)) {
      case Outcome.Landed l -> finished(session, l.reference());
      case Outcome.NotLanded n -> refused(n);
      case Outcome.Unknown u -> refused(u);
    };
  }

  private Preparation finished(Session session, String container) {
    return waiting
        .until(() -> settled(container, status(session, container)))
        .orElseGet(() -> refused("it was not ready in time"));
  }

  private static Optional<Preparation> settled(String container, Outcome status) {
    return switch (status) {
      case Outcome.Landed l ->
          switch (l.reference()) {
            case "FINISHED" ->
                Optional.of(new Preparation.Ready(Json.object().put(HANDLE, container)));
            case "IN_PROGRESS" -> Optional.empty();
            default ->
                Optional.of(
                    new Preparation.Refused(
                        422, "Instagram can't use it: " + l.reference(), false));
          };
      case Outcome.NotLanded n -> Optional.of(refused(n));
      case Outcome.Unknown u -> Optional.empty(); // a read that failed may be asked again
    };
  }

  private static Outcome created(HttpResult.Answered answer) throws IOException {
    return new Outcome.Landed(
        Json.object(), Answers.text(Answers.json(answer), "/id"), Optional.empty());
  }

  private static Preparation refused(Outcome.NotLanded n) {
    return new Preparation.Refused(n.status(), n.reason(), n.retryable());
  }

  /** Nothing public came of it, so whatever happened, it may be prepared again. */
  private static Preparation refused(Outcome.Unknown u) {
    return new Preparation.Refused(u.status(), u.reason(), true);
  }

  private static Preparation refused(String reason) {
    return new Preparation.Refused(504, "Instagram: " + reason, true);
  }
}
