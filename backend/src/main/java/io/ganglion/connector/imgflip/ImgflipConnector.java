package io.ganglion.connector.imgflip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Session;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Makes memes. */
@ApplicationScoped
class ImgflipConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);
  private static final Classifier CLASSIFIER = new Classifier("imgflip");

  private final Manifest manifest = Manifests.load("imgflip");
  private final Egress egress;
  private final Clock clock;

  @Inject
  ImgflipConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  ImgflipConnector(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  /** imgflip has no such question: the name is the account, and the first meme proves the rest. */
  @Override
  public Whoami whoami(Session session) {
    var username = session.credentials().text("username");
    var outcome =
        ask(
            PlatformCall.of(session, "GET", "/get_memes", WHOAMI_TIMEOUT),
            body ->
                new Outcome.Landed(
                    Json.object().put("username", username),
                    username.toLowerCase(Locale.ROOT),
                    Optional.empty()));
    return WhoamiAnswer.read(outcome, output -> output.path("username").asText());
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return Caption.wrong(act.arguments())
        .<Preparation>map(wrong -> new Preparation.Refused(400, wrong, false))
        .orElseGet(() -> new Preparation.Ready(NullNode.getInstance()));
  }

  @Override
  public Outcome send(Session session, Act act) {
    return switch (act.action().name()) {
      case "caption" -> post(session, act, "/caption_image", ImgflipConnector::made);
      case "captionGif" -> post(session, act, "/caption_gif", ImgflipConnector::made);
      case "autoMeme" -> post(session, act, "/automeme", ImgflipConnector::made);
      case "searchMemes" -> post(session, act, "/search_memes", ImgflipConnector::templates);
      case "meme" -> post(session, act, "/get_meme", data -> landed(template(data.path("meme"))));
      case "memes" ->
          ask(
              PlatformCall.of(session, "GET", "/get_memes", act.action().timeout()),
              ImgflipConnector::templates);
      default -> throw new IllegalArgumentException("imgflip has no action " + act.action().name());
    };
  }

  /** Reads the {@code data} of an answer that says it is a success. */
  @FunctionalInterface
  private interface Reading {
    Outcome read(JsonNode data) throws IOException;
  }

  private Outcome post(Session session, Act act, String path, Reading reading) {
    var call = PlatformCall.of(session, "POST", path, act.action().timeout());
    return ask(call.form(Caption.form(session, act.arguments())), reading);
  }

  private Outcome ask(PlatformCall call, Reading reading) {
    var secrets = call.session().credentials();
    return CLASSIFIER.judge(
        egress.call(call.http()),
        clock.instant(),
        secrets,
        answer -> {
          var body = Answers.json(answer);
          if (!body.path("success").isBoolean()) {
            throw new IOException("an answer that doesn't say whether it is a success");
          }
          return body.path("success").booleanValue()
              ? reading.read(body.path("data"))
              : refused(CLASSIFIER.reason(answer, secrets));
        });
  }

  private static Outcome refused(String reason) {
    var password = reason.toLowerCase(Locale.ROOT).contains("password");
    return new Outcome.NotLanded(password ? 401 : 400, reason, Optional.empty(), false);
  }

  private static Outcome made(JsonNode data) throws IOException {
    return landed(
        Json.object()
            .put("url", Answers.text(data, "/url"))
            .put("page_url", Answers.text(data, "/page_url")));
  }

  private static Outcome templates(JsonNode data) throws IOException {
    if (!data.path("memes").isArray()) {
      throw new IOException("no list");
    }
    var output = Json.object();
    var memes = output.putArray("memes");
    for (var meme : data.path("memes")) {
      memes.add(template(meme));
    }
    return landed(output);
  }

  private static ObjectNode template(JsonNode meme) throws IOException {
    return Json.object()
        .put("id", Answers.text(meme, "/id"))
        .put("name", Answers.text(meme, "/name"))
        .put("url", Answers.text(meme, "/url"))
        .put("width", meme.path("width").asInt(0))
        .put("height", meme.path("height").asInt(0))
        .put("box_count", meme.path("box_count").asInt(0));
  }

  private static Outcome landed(JsonNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
