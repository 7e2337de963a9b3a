package io.ganglion.connector.image;

import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Connector;
import io.ganglion.connector.KeyAccount;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
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

/** Has images made. */
@ApplicationScoped
class ImageConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);
  private static final Classifier CLASSIFIER = new Classifier("the image server");

  private final Manifest manifest = Manifests.load("image");
  private final Egress egress;
  private final Clock clock;

  @Inject
  ImageConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  ImageConnector(Egress egress, Clock clock) {
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
    if (!act.action().name().equals("generate")) {
      throw new IllegalArgumentException("there is no action " + act.action().name());
    }
    var body = Json.object().put("n", 1);
    act.arguments().properties().forEach(entry -> body.set(entry.getKey(), entry.getValue()));
    var call =
        PlatformCall.of(session, "POST", "/v1/images/generations", act.action().timeout())
            .bearer(session.credentials().text("api_key"))
            .json(body);
    return judge(session, egress.call(call.http()), ImageConnector::image);
  }

  private Outcome judge(Session session, HttpResult result, Classifier.Reading reading) {
    return CLASSIFIER.judge(result, clock.instant(), session.credentials(), reading);
  }

  private static Outcome image(HttpResult.Answered answer) throws IOException {
    var image = Answers.json(answer).at("/data/0");
    var form = image.path("url").isTextual() ? "url" : "b64_json";
    var output = Json.object().put(form, Answers.text(image, "/" + form));
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
