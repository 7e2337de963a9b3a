package io.ganglion.connector.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.connector.Waiting;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Publishes photos and videos on Instagram, and reads there. */
@ApplicationScoped
class InstagramConnector implements Polling {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);
  private static final Waiting UNTIL_READY =
      new Waiting(Duration.ofSeconds(2), Duration.ofMinutes(2));

  /** The object does not exist (any more). */
  private static final int NO_SUCH_OBJECT = 33;

  private final Manifest manifest = Manifests.load("instagram");
  private final Graph graph;
  private final Containers containers;
  private final Media media;
  private final Received received;

  @Inject
  InstagramConnector(Egress egress) {
    this(egress, Clock.systemUTC(), UNTIL_READY);
  }

  InstagramConnector(Egress egress, Clock clock, Waiting waiting) {
    this.graph = new Graph(egress, clock);
    this.containers = new Containers(graph, waiting);
    this.media = new Media(graph);
    this.received = new Received(graph);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    var call = Graph.call(session, "GET", "/me?fields=user_id,username", WHOAMI_TIMEOUT);
    return WhoamiAnswer.read(
        graph.ask(call, InstagramConnector::account),
        output -> "@" + output.path("username").asText());
  }

  @Override
  public Polled poll(Session session, Question question) {
    return received.read(session, question);
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return containers.prepare(session, act);
  }

  @Override
  public Outcome send(Session session, Act act) {
    return switch (act.action().name()) {
      case "publishPhoto", "publishCarousel", "publishReel" -> publish(session, act);
      case "deleteMedia" -> delete(session, act);
      case "recentMedia" -> {
        var limit = act.arguments().path("limit").asInt(25);
        yield graph.ask(Media.newest(session, limit, act.action().timeout()), Reads::recent);
      }
      case "medium" -> graph.ask(Reads.medium(session, act), Reads::one);
      case "comments" -> graph.ask(Reads.comments(session, act), Reads::commented);
      case "insights" -> graph.ask(Reads.insights(session, act), Reads::measured);
      case "publishingLimit" -> graph.ask(Reads.limit(session, act), Reads::used);
      default ->
          throw new IllegalArgumentException("Instagram has no action " + act.action().name());
    };
  }

  /** A container knows whether it was published; which medium came of it, it doesn't say. */
  @Override
  public Finding lookUp(Session session, Act act) {
    var container = act.handle().path(Containers.HANDLE).asText("");
    if (container.isEmpty()) {
      return new Finding.Inconclusive("there is no container to look for");
    }
    return switch (containers.status(session, container)) {
      case Outcome.Landed l ->
          switch (l.reference()) {
            case "PUBLISHED" ->
                new Finding.Found(published(media.only(session, act).orElse(container), container));
            case "FINISHED", "EXPIRED", "ERROR" -> new Finding.Absent();
            default -> new Finding.Inconclusive("the container is " + l.reference());
          };
      case Outcome.NotLanded n -> new Finding.Inconclusive(n.reason());
      case Outcome.Unknown u -> new Finding.Inconclusive(u.reason());
    };
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return Optional.of(Json.object().put("id", landed.reference()));
  }

  private Outcome publish(Session session, Act act) {
    var container = act.handle().path(Containers.HANDLE).asText();
    var path = "/%s/media_publish".formatted(Query.encode(session.principal()));
    var call =
        Graph.call(session, "POST", path, act.action().timeout())
            .json(Json.object().put("creation_id", container));
    return graph.ask(
        call, answer -> published(Answers.text(Answers.json(answer), "/id"), container));
  }

  private Outcome delete(Session session, Act act) {
    var id = act.arguments().path("id").asText();
    var path = "/" + Query.encode(id);
    var result = graph.send(Graph.call(session, "DELETE", path, act.action().timeout()));
    var gone =
        new Outcome.Landed(Json.object().put("id", id).put("deleted", true), "", Optional.empty());
    if (result instanceof HttpResult.Answered a
        && a.status() / 100 == 4
        && Graph.error(a).path("error_subcode").asInt() == NO_SUCH_OBJECT) {
      return gone; // an earlier attempt, or somebody else, has deleted it
    }
    return graph.judge(
        session,
        result,
        answer ->
            Answers.json(answer).path("success").asBoolean(false)
                ? gone
                : new Outcome.NotLanded(
                    answer.status(), "Instagram did not delete it", Optional.empty(), true));
  }

  private static Outcome.Landed published(String id, String container) {
    return new Outcome.Landed(
        Json.object().put("id", id).put(Containers.HANDLE, container), id, Optional.empty());
  }

  private static Outcome account(HttpResult.Answered answer) throws IOException {
    var user = Answers.json(answer);
    var output = Json.object().put("username", user.path("username").asText());
    return new Outcome.Landed(output, Answers.text(user, "/user_id"), Optional.empty());
  }
}
