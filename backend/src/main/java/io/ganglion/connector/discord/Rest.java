package io.ganglion.connector.discord;

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

/** Discord's REST interface: its headers, and when it may be called again. */
final class Rest {
  /** What was asked for is no message, channel or emoji any more. */
  static final int UNKNOWN_CHANNEL = 10003;

  static final int UNKNOWN_MESSAGE = 10008;
  static final int UNKNOWN_EMOJI = 10014;

  /** The message has a thread already. */
  static final int THREAD_EXISTS = 160004;

  private static final String BASE = "/api/v10";

  /** Discord turns away programs that don't say in this form who they are. */
  private static final String AGENT = "DiscordBot (https://ganglion.example, 1.0)";

  private static final Classifier CLASSIFIER = new Classifier("Discord");

  private final Egress egress;
  private final Clock clock;

  Rest(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  static PlatformCall call(Session session, String method, String path, Duration timeout) {
    return PlatformCall.of(session, method, BASE + path, timeout)
        .header("Authorization", "Bot " + session.credentials().text("bot_token"))
        .header("User-Agent", AGENT);
  }

  HttpResult send(PlatformCall call) {
    return egress.call(call.http());
  }

  /** Sends and judges. */
  Outcome ask(PlatformCall call, Classifier.Reading reading) {
    return judge(call.session(), send(call), reading);
  }

  Outcome judge(Session session, HttpResult result, Classifier.Reading reading) {
    var now = clock.instant();
    var outcome = CLASSIFIER.judge(result, now, session.credentials(), reading);
    return result instanceof HttpResult.Answered answer
            && outcome instanceof Outcome.NotLanded refusal
            && answer.status() == 429
            && refusal.notBefore().isEmpty()
        ? new Outcome.NotLanded(429, refusal.reason(), wait(answer).map(now::plus), true)
        : outcome;
  }

  /** Discord's own error code; 0 if there is none. */
  static int code(HttpResult result) {
    return result instanceof HttpResult.Answered answer && answer.status() / 100 == 4
        ? body(answer).path("code").asInt(0)
        : 0;
  }

  /** Where the standard's header is missing, the body says it in seconds with fractions. */
  private static Optional<Duration> wait(HttpResult.Answered answer) {
    var seconds = body(answer).path("retry_after");
    return seconds.isNumber() && seconds.doubleValue() >= 0 && seconds.doubleValue() < 86_400
        ? Optional.of(Duration.ofMillis((long) Math.ceil(seconds.doubleValue() * 1000)))
        : Optional.empty();
  }

  private static JsonNode body(HttpResult.Answered answer) {
    try {
      return Answers.json(answer);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
