package io.ganglion.connector.replicate;

import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
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

/** Has models run on Replicate. */
@ApplicationScoped
class ReplicateConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Manifest manifest = Manifests.load("replicate");
  private final Api api;
  private final Predictions predictions;

  @Inject
  ReplicateConnector(Egress egress) {
    this(egress, Clock.systemUTC(), PAUSE);
  }

  ReplicateConnector(Egress egress, Clock clock, Duration pause) {
    this.api = new Api(egress, clock);
    this.predictions = new Predictions(api, pause);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    return WhoamiAnswer.read(
        me(session, WHOAMI_TIMEOUT), output -> output.path("username").asText());
  }

  @Override
  public Outcome send(Session session, Act act) {
    var timeout = act.action().timeout();
    var id = act.arguments().path("id").asText("");
    return switch (act.action().name()) {
      case "run" -> predictions.run(session, act);
      case "createPrediction" -> predictions.start(session, act);
      case "prediction" -> predictions.read(session, id, timeout);
      case "cancelPrediction" -> predictions.cancel(session, id, timeout);
      case "predictions" -> predictions.newest(session, act);
      case "model" -> {
        var path = "/models/" + act.arguments().path("model").asText();
        yield api.ask(Api.call(session, "GET", path, timeout), ReplicateConnector::model);
      }
      case "hardware" ->
          api.ask(Api.call(session, "GET", "/hardware", timeout), ReplicateConnector::hardware);
      case "me" -> me(session, timeout);
      default ->
          throw new IllegalArgumentException("Replicate has no action " + act.action().name());
    };
  }

  private Outcome me(Session session, Duration timeout) {
    return api.ask(Api.call(session, "GET", "/account", timeout), ReplicateConnector::account);
  }

  private static Outcome account(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var output =
        Json.object()
            .put("username", Answers.text(body, "/username"))
            .put("type", Answers.text(body, "/type"))
            .put("name", body.path("name").asText(""));
    var principal = output.path("type").asText() + ":" + output.path("username").asText();
    return new Outcome.Landed(output, principal, Optional.empty());
  }

  private static Outcome model(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var output =
        Json.object()
            .put("owner", Answers.text(body, "/owner"))
            .put("name", Answers.text(body, "/name"))
            .put("description", body.path("description").asText(""))
            .put("version", body.at("/latest_version/id").asText(""));
    var input = body.at("/latest_version/openapi_schema/components/schemas/Input");
    output.set("input_schema", input.isObject() ? input : Json.object());
    return new Outcome.Landed(output, "", Optional.empty());
  }

  private static Outcome hardware(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    if (!body.isArray()) {
      throw new IOException("no list");
    }
    var output = Json.object();
    var list = output.putArray("hardware");
    for (var machine : body) {
      list.addObject()
          .put("name", Answers.text(machine, "/name"))
          .put("sku", Answers.text(machine, "/sku"));
    }
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
