package io.ganglion.connector.anthropic;

import io.ganglion.connector.Classifier;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.RateReset;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Anthropic's interface: its headers, its limits, and what an overload proves. */
final class Api {
  private static final String VERSION = "2023-06-01";

  /** Overloaded: turned away before anything was done. */
  private static final int OVERLOADED = 529;

  private static final List<String> LIMITS =
      List.of("requests", "tokens", "input-tokens", "output-tokens");
  private static final Classifier CLASSIFIER = new Classifier("Anthropic");

  private final Egress egress;
  private final Clock clock;

  Api(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  static PlatformCall call(Session session, String method, String path, Duration timeout) {
    return PlatformCall.of(session, method, "/v1" + path, timeout)
        .header("x-api-key", session.credentials().text("api_key"))
        .header("anthropic-version", VERSION);
  }

  HttpResult send(PlatformCall call) {
    return egress.call(call.http());
  }

  Outcome ask(PlatformCall call, Classifier.Reading reading) {
    return judge(call.session(), send(call), reading);
  }

  Outcome judge(Session session, HttpResult result, Classifier.Reading reading) {
    var now = clock.instant();
    var outcome = CLASSIFIER.judge(result, now, session.credentials(), reading);
    if (!(result instanceof HttpResult.Answered answer)) {
      return outcome;
    }
    if (answer.status() == OVERLOADED) {
      var reason = CLASSIFIER.reason(answer, session.credentials());
      return new Outcome.NotLanded(OVERLOADED, reason, reset(answer, now), true);
    }
    return answer.status() == 429 && outcome instanceof Outcome.NotLanded n
        ? new Outcome.NotLanded(429, n.reason(), reset(answer, now), true)
        : outcome;
  }

  /**
   * The standard's header; without it, when the last of the limits that are used up is full again.
   */
  private static Optional<Instant> reset(HttpResult.Answered answer, Instant now) {
    return RateReset.RETRY_AFTER
        .at(answer, now)
        .or(
            () ->
                LIMITS.stream()
                    .map(limit -> "anthropic-ratelimit-" + limit)
                    .filter(limit -> answer.header(limit + "-remaining").orElse("").equals("0"))
                    .flatMap(limit -> time(answer.header(limit + "-reset")).stream())
                    .max(Comparator.naturalOrder())
                    .map(time -> Collections.max(List.of(time, now)))
                    .map(time -> Collections.min(List.of(time, now.plus(Duration.ofDays(1))))));
  }

  private static Optional<Instant> time(Optional<String> text) {
    try {
      return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
