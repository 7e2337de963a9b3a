package io.ganglion.connector.bluesky;

import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Query;
import io.ganglion.connector.RateReset;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Calls in the name of an account, by XRPC: errors are objects with {@code error} and {@code
 * message}.
 */
final class Xrpc {
  private static final Classifier CLASSIFIER =
      new Classifier("Bluesky", new RateReset("ratelimit-reset"));

  /** The session is over; with another one the same call may be taken. */
  private static final Set<String> SESSION_OVER = Set.of("ExpiredToken", "InvalidToken");

  private final Egress egress;
  private final Clock clock;
  private final Logins logins;

  Xrpc(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
    this.logins = new Logins(egress, clock, CLASSIFIER);
  }

  Logins logins() {
    return logins;
  }

  /** A question, its parameters encoded. */
  static PlatformCall query(Session session, String method, Query query, Duration timeout) {
    return PlatformCall.of(session, "GET", "/xrpc/" + method + "?" + query.text(), timeout);
  }

  static PlatformCall procedure(Session session, String method, Duration timeout) {
    return PlatformCall.of(session, "POST", "/xrpc/" + method, timeout);
  }

  /** Signs in where need be, sends once within the call's timeout, judges. */
  Outcome ask(PlatformCall call, Classifier.Reading reading) {
    var ends = System.nanoTime() + call.timeout().toNanos();
    return switch (logins.get(call.session(), call.timeout().dividedBy(4))) {
      case Logins.Answer.Failed failed -> failed.why();
      case Logins.Answer.Ready ready -> {
        var left = Duration.ofNanos(ends - System.nanoTime());
        yield left.isPositive()
            ? send(call.within(left), ready.login(), reading)
            : new Outcome.NotLanded(
                Classifier.NO_CONNECTION, "signing in took too long", Optional.empty(), true);
      }
    };
  }

  private Outcome send(PlatformCall call, Login login, Classifier.Reading reading) {
    var result = egress.call(call.bearer(login.access()).http());
    var secrets = login.secrets(call.session().credentials());
    var outcome = CLASSIFIER.judge(result, clock.instant(), secrets, reading);
    if (outcome instanceof Outcome.NotLanded refused
        && result instanceof HttpResult.Answered answer
        && SESSION_OVER.contains(error(answer))) {
      logins.spent(call.session(), login);
      return new Outcome.NotLanded(refused.status(), refused.reason(), Optional.empty(), true);
    }
    return outcome;
  }

  /** The name of an error; empty if the answer has none. */
  private static String error(HttpResult.Answered answer) {
    try {
      return Answers.json(answer).path("error").asText("");
    } catch (IOException e) {
      return "";
    }
  }
}
