package io.ganglion.connector.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The Graph API: every error is an object {@code error} whose code, not the HTTP status, tells what
 * happened.
 */
final class Graph {
  private static final Classifier CLASSIFIER = new Classifier("Instagram");

  /** The media may be live although the answer is an error. */
  private static final int MAY_BE_LIVE = 2207051;

  /** The container is not ready yet: later it may be. */
  private static final int NOT_READY = 2207027;

  /** A parameter that means nothing to it, a place in a list among them. */
  static final int INVALID_PARAMETER = 100;

  /** Unknown and service errors, which prove nothing. */
  private static final Set<Integer> TRANSIENT = Set.of(1, 2);

  /** Limits of application, user, page and account. */
  private static final Set<Integer> LIMITED = Set.of(4, 17, 32, 613, 80002);

  private final Egress egress;
  private final Clock clock;

  Graph(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  static PlatformCall call(Session session, String method, String path, Duration timeout) {
    return PlatformCall.of(session, method, path, timeout)
        .bearer(session.credentials().text("access_token"));
  }

  HttpResult send(PlatformCall call) {
    return egress.call(call.http());
  }

  /** Sends and judges. */
  Outcome ask(PlatformCall call, Classifier.Reading reading) {
    return judge(call.session(), send(call), reading);
  }

  Outcome judge(Session session, HttpResult result, Classifier.Reading reading) {
    var outcome = CLASSIFIER.judge(result, clock.instant(), session.credentials(), reading);
    return switch (outcome) {
      case Outcome.NotLanded n when result instanceof HttpResult.Answered a -> refused(n, error(a));
      case Outcome.NotLanded n -> n;
      case Outcome.Landed l -> l;
      case Outcome.Unknown u -> u;
    };
  }

  /** The error object of an answer; missing if there is none. */
  static JsonNode error(HttpResult.Answered answer) {
    try {
      return Answers.json(answer).path("error");
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static Outcome refused(Outcome.NotLanded refusal, JsonNode error) {
    var subcode = error.path("error_subcode").asInt();
    var code = error.path("code").asInt();
    if (subcode == MAY_BE_LIVE
        || error.path("is_transient").asBoolean(false)
        || TRANSIENT.contains(code)) {
      return new Outcome.Unknown(refusal.status(), refusal.reason());
    }
    return subcode == NOT_READY || LIMITED.contains(code)
        ? new Outcome.NotLanded(refusal.status(), refusal.reason(), refusal.notBefore(), true)
        : refusal;
  }

  /** A reading that keeps the whole answer. */
  static Outcome whole(HttpResult.Answered answer) throws IOException {
    return new Outcome.Landed(Answers.json(answer), "", Optional.empty());
  }
}
