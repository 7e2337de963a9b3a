package io.ganglion.connector.image;

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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Has images made and changed. */
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
    try {
      return made(session, act);
    } catch (IllegalArgumentException e) { // the decoder's: nothing was sent
      return new Outcome.NotLanded(400, "a picture's data is not Base64", Optional.empty(), false);
    }
  }

  private Outcome made(Session session, Act act) {
    return switch (act.action().name()) {
      case "generate" -> ask(Pictures.generation(session, act), Pictures::made);
      case "edit" -> ask(Pictures.edit(session, act), Pictures::made);
      case "variation" -> ask(Pictures.variation(session, act), Pictures::made);
      case "moderate" -> ask(OpenAiReads.moderation(session, act), OpenAiReads::verdict);
      case "models" -> ask(OpenAiReads.models(session, act), OpenAiReads::modelList);
      case "model" -> ask(OpenAiReads.model(session, act), OpenAiReads::oneModel);
      default -> throw new IllegalStateException("there is no action " + act.action().name());
    };
  }

  private Outcome ask(PlatformCall call, Classifier.Reading reading) {
    return judge(call.session(), egress.call(call.http()), reading);
  }

  private Outcome judge(Session session, HttpResult result, Classifier.Reading reading) {
    return CLASSIFIER.judge(result, clock.instant(), session.credentials(), reading);
  }
}
