package io.ganglion.connector.model;

import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Connector;
import io.ganglion.connector.KeyAccount;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.OpenAiReads;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
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

/** Asks language models. */
@ApplicationScoped
class ModelConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);
  private static final Classifier CLASSIFIER = new Classifier("the model server");

  private final Manifest manifest = Manifests.load("model");
  private final Egress egress;
  private final Clock clock;

  @Inject
  ModelConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  ModelConnector(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    var key = session.credentials().text("api_key");
    var call = PlatformCall.of(session, "GET", "/v1/models", WHOAMI_TIMEOUT).bearer(key);
    var outcome =
        judge(
            session,
            egress.call(call.http()),
            answer -> {
              Answers.json(answer);
              return KeyAccount.of(answer, key);
            });
    return WhoamiAnswer.read(outcome, output -> session.baseUrl().getHost());
  }

  @Override
  public Outcome send(Session session, Act act) {
    return switch (act.action().name()) {
      case "chat" -> ask(post(session, act, "/v1/chat/completions"), ModelConnector::chatted);
      case "complete" -> ask(post(session, act, "/v1/completions"), ModelConnector::completed);
      case "embed" -> ask(Embeddings.call(session, act), Embeddings::read);
      case "moderate" -> ask(OpenAiReads.moderation(session, act), OpenAiReads::verdict);
      case "models" -> ask(OpenAiReads.models(session, act), OpenAiReads::modelList);
      case "model" -> ask(OpenAiReads.model(session, act), OpenAiReads::oneModel);
      default -> throw new IllegalArgumentException("there is no action " + act.action().name());
    };
  }

  private static PlatformCall post(Session session, Act act, String path) {
    return OpenAiReads.call(session, act, "POST", path).json(act.arguments());
  }

  private Outcome ask(PlatformCall call, Classifier.Reading reading) {
    var result = egress.call(call.http());
    var outcome = judge(call.session(), result, reading);
    return outcome instanceof Outcome.NotLanded n && quotaIsGone(result)
        ? new Outcome.NotLanded(n.status(), n.reason(), Optional.empty(), false)
        : outcome;
  }

  /** A 429 that waiting doesn't cure: the account has no money left. */
  private static boolean quotaIsGone(HttpResult result) {
    try {
      return result instanceof HttpResult.Answered a
          && a.status() == 429
          && Answers.json(a).at("/error/code").asText().equals("insufficient_quota");
    } catch (IOException e) {
      return false;
    }
  }

  private Outcome judge(Session session, HttpResult result, Classifier.Reading reading) {
    return CLASSIFIER.judge(result, clock.instant(), session.credentials(), reading);
  }

  private static Outcome chatted(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var message = body.at("/choices/0/message");
    if (!message.isObject()) {
      throw new IOException("no completion");
    }
    var output =
        Json.object()
            .put("text", message.path("content").asText("")) // null where the model calls a tool
            .put("model", Answers.text(body, "/model"))
            .put("finish_reason", body.at("/choices/0/finish_reason").asText(""));
    output.set("usage", body.path("usage").isObject() ? body.path("usage") : Json.object());
    var calls = ToolCalls.read(message);
    if (!calls.isEmpty()) {
      output.set("tool_calls", calls);
    }
    return new Outcome.Landed(output, body.path("id").asText(""), Optional.empty());
  }

  private static Outcome completed(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var choice = body.at("/choices/0");
    var output =
        Json.object()
            .put("text", Answers.text(choice, "/text"))
            .put("model", Answers.text(body, "/model"))
            .put("finish_reason", choice.path("finish_reason").asText(""));
    output.set("usage", body.path("usage").isObject() ? body.path("usage") : Json.object());
    return new Outcome.Landed(output, body.path("id").asText(""), Optional.empty());
  }
}
