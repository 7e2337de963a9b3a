package io.ganglion.connector.slack;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Slack's Web API: a method is a path, and most errors are a word in an answer whose status is 200.
 */
final class WebApi {
  private static final Classifier CLASSIFIER = new Classifier("Slack");

  /** Of these Slack says that some part of the operation may have succeeded. */
  private static final Set<String> PROVE_NOTHING =
      Set.of("fatal_error", "internal_error", "service_unavailable");

  /** Nothing was done and later it may be. */
  private static final Set<String> LATER =
      Set.of("ratelimited", "rate_limited", "request_timeout", "team_added_to_org");

  private final Egress egress;
  private final Clock clock;

  WebApi(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  /** Reads what an answer says; its {@code ok} has been looked at. */
  @FunctionalInterface
  interface Reading {
    Outcome read(JsonNode body) throws IOException;
  }

  /** A read, by a form as Slack's own clients send it: not every read takes JSON. */
  static PlatformCall read(Session session, String method, Query query, Duration timeout) {
    return PlatformCall.of(session, "POST", "/api/" + method, timeout)
        .form(query)
        .bearer(session.credentials().text("bot_token"));
  }

  static PlatformCall post(Session session, String method, JsonNode body, Duration timeout) {
    return PlatformCall.of(session, "POST", "/api/" + method, timeout)
        .json(body)
        .header("Content-Type", "application/json; charset=utf-8") // without it Slack warns
        .bearer(session.credentials().text("bot_token"));
  }

  Outcome ask(PlatformCall call, Reading reading) {
    return ask(call, Set.of(), reading);
  }

  /**
   * Sends and judges.
   *
   * @param harmless errors which say that what was asked for is so already
   */
  Outcome ask(PlatformCall call, Set<String> harmless, Reading reading) {
    var secrets = call.session().credentials();
    var now = clock.instant();
    return CLASSIFIER.judge(
        egress.call(call.http()),
        now,
        secrets,
        answer -> {
          var body = Answers.json(answer);
          if (!body.path("ok").isBoolean()) {
            throw new IOException("an answer without its ok");
          }
          return body.path("ok").booleanValue() || harmless.contains(error(body))
              ? reading.read(body)
              : refused(answer, error(body), CLASSIFIER.reason(answer, secrets), now);
        });
  }

  private static String error(JsonNode body) {
    return body.path("error").asText("");
  }

  private static Outcome refused(
      HttpResult.Answered answer, String error, String reason, Instant now) {
    if (error.isEmpty() || PROVE_NOTHING.contains(error)) {
      return new Outcome.Unknown(500, reason);
    }
    var notBefore =
        status(error) == 429 ? RateReset.RETRY_AFTER.at(answer, now) : Optional.<Instant>empty();
    return new Outcome.NotLanded(status(error), reason, notBefore, LATER.contains(error));
  }

  /** The HTTP status that other platforms would have sent. */
  private static int status(String error) {
    return switch (error) {
      case "not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired" ->
          401;
      case "missing_scope",
          "not_in_channel",
          "restricted_action",
          "cant_update_message",
          "cant_delete_message",
          "no_permission",
          "access_denied",
          "is_archived" ->
          403;
      case "channel_not_found", "message_not_found", "thread_not_found", "user_not_found" -> 404;
      case "ratelimited", "rate_limited" -> 429;
      default -> 400;
    };
  }
}
