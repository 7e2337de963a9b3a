package io.ganglion.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Methods of the Bot API: {@code {"ok":true,"result":…}}, or {@code error_code} and {@code
 * description}.
 */
final class BotApi {
  private static final Classifier CLASSIFIER = new Classifier("Telegram");

  /** A longer wait isn't believed: a budget key must come back. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Egress egress;
  private final Clock clock;

  BotApi(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  /** Reads the result out of an answer. */
  @FunctionalInterface
  interface Reading {
    Outcome of(JsonNode result) throws IOException;
  }

  static PlatformCall call(Session session, String method, JsonNode arguments, Duration timeout) {
    var path = "/bot%s/%s".formatted(session.credentials().text("bot_token"), method);
    return PlatformCall.of(session, "POST", path, timeout).json(arguments);
  }

  Outcome ask(PlatformCall call, Reading reading) {
    return judge(call.session(), egress.call(call.http()), reading);
  }

  /** On a connection of its own. */
  Outcome askBlind(PlatformCall call, Reading reading) {
    return judge(call.session(), egress.call(call.blind()), reading);
  }

  private Outcome judge(Session session, HttpResult result, Reading reading) {
    var now = clock.instant();
    var outcome =
        CLASSIFIER.judge(
            result,
            now,
            session.credentials(),
            answer -> {
              var body = Answers.json(answer);
              if (!body.path("ok").asBoolean(false) || !body.has("result")) {
                throw new IOException("no result");
              }
              return reading.of(body.path("result"));
            });
    return switch (outcome) {
      case Outcome.NotLanded n when n.status() == 429 && n.notBefore().isEmpty() ->
          new Outcome.NotLanded(n.status(), n.reason(), wait(result, now), true);
      case Outcome.NotLanded n -> n;
      case Outcome.Landed l -> l;
      case Outcome.Unknown u -> u;
    };
  }

  /** Telegram says in the body when it may be called again, not in a header. */
  private static Optional<Instant> wait(HttpResult result, Instant now) {
    if (!(result instanceof HttpResult.Answered answer)) {
      return Optional.empty();
    }
    try {
      var seconds = Json.parse(answer.body()).at("/parameters/retry_after");
      return seconds.isIntegralNumber() && seconds.asLong() >= 0
          ? Optional.of(now.plusSeconds(Math.min(seconds.asLong(), LONGEST.toSeconds())))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
