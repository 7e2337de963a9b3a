package io.ganglion.connector.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Connector;
import io.ganglion.connector.KeyAccount;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Query;
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

/** Asks Anthropic's models. */
@ApplicationScoped
class AnthropicConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);

  private final Manifest manifest = Manifests.load("anthropic");
  private final Api api;
  private final Batches batches;

  @Inject
  AnthropicConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  AnthropicConnector(Egress egress, Clock clock) {
    this.api = new Api(egress, clock);
    this.batches = new Batches(api);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    var key = session.credentials().text("api_key");
    var outcome =
        api.ask(
            Api.call(session, "GET", "/models?limit=1", WHOAMI_TIMEOUT),
            answer -> {
              Answers.json(answer);
              return KeyAccount.of(answer, key);
            });
    return WhoamiAnswer.read(outcome, output -> session.baseUrl().getHost());
  }

  @Override
  public Outcome send(Session session, Act act) {
    var arguments = act.arguments();
    return switch (act.action().name()) {
      case "chat" -> post(session, act, "/messages", Question.of(arguments), Chat::read);
      case "messages" -> post(session, act, "/messages", arguments, Messages::read);
      case "countTokens" ->
          post(session, act, "/messages/count_tokens", arguments, AnthropicConnector::counted);
      case "models" -> {
        var query = Query.of("limit", Integer.toString(arguments.path("limit").asInt(20)));
        var after = arguments.path("after_id").asText("");
        var path = "/models?" + (after.isEmpty() ? query : query.and("after_id", after)).text();
        yield get(session, act, path, AnthropicConnector::models);
      }
      case "model" -> {
        var path = "/models/" + Query.encode(arguments.path("model").asText());
        yield get(session, act, path, answer -> read(model(Answers.json(answer))));
      }
      case "createBatch" -> batches.create(session, act);
      case "cancelBatch" -> batches.cancel(session, act);
      case "batch" -> batches.read(session, act);
      default ->
          throw new IllegalArgumentException("Anthropic has no action " + act.action().name());
    };
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return Optional.of(Json.object().put("id", landed.reference()));
  }

  private Outcome post(
      Session session, Act act, String path, JsonNode body, Classifier.Reading reading) {
    return api.ask(Api.call(session, "POST", path, act.action().timeout()).json(body), reading);
  }

  private Outcome get(Session session, Act act, String path, Classifier.Reading reading) {
    return api.ask(Api.call(session, "GET", path, act.action().timeout()), reading);
  }

  private static Outcome counted(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    Answers.text(body, "/input_tokens");
    return read(Json.object().put("input_tokens", body.path("input_tokens").asLong()));
  }

  private static Outcome models(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    if (!body.path("data").isArray()) {
      throw new IOException("no list");
    }
    var output = Json.object().put("has_more", body.path("has_more").asBoolean(false));
    var models = output.putArray("models");
    for (var model : body.path("data")) {
      models.add(model(model));
    }
    return read(output);
  }

  private static ObjectNode model(JsonNode body) throws IOException {
    return Json.object()
        .put("id", Answers.text(body, "/id"))
        .put("display_name", body.path("display_name").asText(""))
        .put("created_at", body.path("created_at").asText(""));
  }

  private static Outcome read(JsonNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
