package io.ganglion.connector.replicate;

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

/** Replicate's interface, and when it may be called again. */
final class Api {
  private static final Classifier CLASSIFIER = new Classifier("Replicate");
  private static final long LONGEST_WAIT_SECONDS = 86_400;

  private final Egress egress;
  private final Clock clock;

  Api(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  static PlatformCall call(Session session, String method, String path, Duration timeout) {
    return PlatformCall.of(session, method, "/v1" + path, timeout)
        .bearer(session.credentials().text("api_token"));
  }

  Outcome ask(PlatformCall call, Classifier.Reading reading) {
    var result = egress.call(call.http());
    var now = clock.instant();
    var outcome = CLASSIFIER.judge(result, now, call.session().credentials(), reading);
    return result instanceof HttpResult.Answered answer
            && outcome instanceof Outcome.NotLanded refusal
            && answer.status() == 429
            && refusal.notBefore().isEmpty()
        ? new Outcome.NotLanded(429, refusal.reason(), wait(answer).map(now::plus), true)
        : outcome;
  }

  /** Where the standard's header is missing, the body may say it in seconds. */
  private static Optional<Duration> wait(HttpResult.Answered answer) {
    try {
      var seconds = Answers.json(answer).path("retry_after").asLong(-1);
      return seconds >= 0 && seconds <= LONGEST_WAIT_SECONDS
          ? Optional.of(Duration.ofSeconds(seconds))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
