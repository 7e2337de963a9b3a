package io.ganglion.connector.binance;

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
import java.util.Set;

/** Binance's REST interface: its signatures, and what its error codes prove. */
final class Exchange {
  /** The order does not exist. */
  static final int NO_SUCH_ORDER = -2013;

  /** The order is not open: filled, cancelled, or never there. */
  static final int NOT_OPEN = -2011;

  /** An unexpected answer of a part behind it, or a timeout there: the order may be placed. */
  private static final Set<Integer> PROVE_NOTHING = Set.of(-1006, -1007);

  private static final Classifier CLASSIFIER = new Classifier("Binance");

  private final Egress egress;
  private final Clock clock;

  Exchange(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  /** A signed request: parameters of a POST travel in the body, others in the query. */
  HttpResult signed(
      Session session, String method, String path, Query parameters, Duration timeout) {
    var secret = session.credentials().text("secret_key");
    var signed = Signature.sign(parameters, secret, clock.instant());
    var key = session.credentials().text("api_key");
    var call =
        method.equals("POST")
            ? PlatformCall.of(session, method, path, timeout).form(signed)
            : PlatformCall.of(session, method, path + "?" + signed.text(), timeout);
    return egress.call(call.header("X-MBX-APIKEY", key).http());
  }

  /** A public request. */
  HttpResult open(Session session, String path, Query parameters, Duration timeout) {
    return egress.call(
        PlatformCall.of(session, "GET", path + "?" + parameters.text(), timeout).http());
  }

  Outcome judge(Session session, HttpResult result, Classifier.Reading reading) {
    var outcome = CLASSIFIER.judge(result, clock.instant(), session.credentials(), reading);
    if (!(result instanceof HttpResult.Answered answer)
        || !(outcome instanceof Outcome.NotLanded refusal)) {
      return outcome;
    }
    if (PROVE_NOTHING.contains(code(result)) || duplicate(refusal)) {
      return new Outcome.Unknown(refusal.status(), refusal.reason());
    }
    if (answer.status() == 418) { // banned for not heeding a 429; says until when
      var until = RateReset.RETRY_AFTER.at(answer, clock.instant());
      return new Outcome.NotLanded(418, refusal.reason(), until, true);
    }
    return refusal;
  }

  /** The error code of an answer; 0 if there is none. */
  static int code(HttpResult result) {
    try {
      return result instanceof HttpResult.Answered answer && answer.status() / 100 != 2
          ? Answers.json(answer).path("code").asInt(0)
          : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** The client order id is taken, perhaps by an earlier attempt of the same act. */
  private static boolean duplicate(Outcome.NotLanded refusal) {
    return refusal.reason().contains("Duplicate order");
  }
}
