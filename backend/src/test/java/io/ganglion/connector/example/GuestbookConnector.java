package io.ganglion.connector.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Session;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Signs a guest book: the connector of docs/connectors/writing.md. */
final class GuestbookConnector implements Connector {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Classifier CLASSIFIER = new Classifier("the guest book");

  private final Manifest manifest = Manifests.load("guestbook");
  private final Egress egress;
  private final Clock clock;

  GuestbookConnector(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    var outcome =
        ask(session, call(session, "GET", "/me", TIMEOUT), answer -> landed(answer, "/name"));
    return WhoamiAnswer.read(outcome, output -> output.path("id").asText());
  }

  @Override
  public Outcome send(Session session, Act act) {
    var timeout = act.action().timeout();
    return switch (act.action().name()) {
      case "sign" -> {
        var body = Json.object().put("text", act.arguments().path("text").asText());
        body.put("note", act.effect().toString()); // what the look-up goes by
        var call = call(session, "POST", "/entries", timeout).json(body);
        yield ask(session, call, answer -> landed(answer, "/id"));
      }
      case "remove" -> {
        var id = act.arguments().path("id").asText();
        var call = call(session, "DELETE", "/entries/" + id, timeout);
        yield ask(session, call, answer -> landed(answer, "/id"));
      }
      default -> throw new IllegalArgumentException("no action " + act.action().name());
    };
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    var outcome = ask(session, call(session, "GET", "/entries", TIMEOUT), GuestbookConnector::list);
    if (!(outcome instanceof Outcome.Landed all)) {
      return new Finding.Inconclusive("the guest book could not be read");
    }
    for (var entry : all.output()) {
      if (entry.path("note").asText().equals(act.effect().toString())) {
        return new Finding.Found(landed(entry.path("id").asText()));
      }
    }
    return new Finding.Absent();
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return Optional.of(Json.object().put("id", landed.reference()));
  }

  private Outcome ask(Session session, PlatformCall call, Classifier.Reading reading) {
    var result = egress.call(call.http()); // once: the engine decides what is sent again
    return CLASSIFIER.judge(result, clock.instant(), session.credentials(), reading);
  }

  private static PlatformCall call(Session session, String method, String path, Duration timeout) {
    return PlatformCall.of(session, method, path, timeout)
        .bearer(session.credentials().text("token"));
  }

  private static Outcome landed(HttpResult.Answered answer, String pointer) throws IOException {
    return landed(Answers.text(Answers.json(answer), pointer));
  }

  private static Outcome.Landed landed(String id) {
    return new Outcome.Landed(Json.object().put("id", id), id, Optional.empty());
  }

  private static Outcome list(HttpResult.Answered answer) throws IOException {
    var entries = Answers.json(answer).path("entries");
    if (!entries.isArray()) {
      throw new IOException("no list");
    }
    return new Outcome.Landed(entries, "", Optional.empty());
  }
}
