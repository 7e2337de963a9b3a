package io.ganglion.connector.alpaca;

import io.ganglion.connector.Classifier;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.RateReset;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Alpaca's REST interfaces, for trading and for market data. */
final class Broker {
  /** Alpaca's own word for a client order id that was used before. */
  private static final String TAKEN = "client_order_id must be unique";

  private static final String MARKETS = "alpaca.markets";
  private static final URI DATA = URI.create("https://data.alpaca.markets");
  private static final Classifier CLASSIFIER =
      new Classifier("Alpaca", new RateReset("x-ratelimit-reset"));

  private final Egress egress;
  private final Clock clock;

  Broker(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  static PlatformCall call(Session session, String method, String path, Duration timeout) {
    return PlatformCall.of(session, method, path, timeout)
        .header("APCA-API-KEY-ID", session.credentials().text("key_id"))
        .header("APCA-API-SECRET-KEY", session.credentials().text("secret_key"));
  }

  /** Market data comes from a host of its own, unless the server is none of Alpaca's. */
  static PlatformCall data(Session session, String path, Duration timeout) {
    var host = String.valueOf(session.baseUrl().getHost());
    var there =
        host.equals(MARKETS) || host.endsWith("." + MARKETS)
            ? new Session(DATA, session.principal(), session.credentials(), session.origin())
            : session;
    return call(there, "GET", path, timeout);
  }

  HttpResult send(PlatformCall call) {
    return egress.call(call.http());
  }

  Outcome ask(PlatformCall call, Classifier.Reading reading) {
    return judge(call.session(), send(call), reading);
  }

  Outcome judge(Session session, HttpResult result, Classifier.Reading reading) {
    var outcome = CLASSIFIER.judge(result, clock.instant(), session.credentials(), reading);
    return outcome instanceof Outcome.NotLanded n && n.reason().contains(TAKEN)
        ? new Outcome.Unknown(n.status(), n.reason()) // perhaps by an earlier attempt
        : outcome;
  }

  static int status(HttpResult result) {
    return result instanceof HttpResult.Answered answer ? answer.status() : 0;
  }
}
