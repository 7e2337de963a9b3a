package io.ganglion.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Credentials;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads answers of token endpoints. Pure.
 *
 * <p>Errors are those of RFC 6749 with the status 400, an {@code error} beside {@code ok: false}
 * with the status 200 (Slack), or an object {@code error} with a number (Meta).
 */
final class TokenJudge {
  private static final int LONGEST_TOKEN = 8_192;
  private static final long LONGEST_LIFE_S = Duration.ofDays(3_650).toSeconds();
  private static final List<String> ERRORS =
      List.of("/error", "/error/code", "/error_description", "/error_type");

  private final Flow flow;
  private final Credentials secrets;

  /**
   * @param secrets that were sent, which an error may repeat
   */
  TokenJudge(Flow flow, String... secrets) {
    this.flow = flow;
    this.secrets = new Credentials(Json.mapper().valueToTree(secrets));
  }

  /** Of something that is shown once: whatever is refused, there is nothing to try again. */
  TokenAnswer once(HttpResult result) {
    return judge(result, true);
  }

  /** Of something that may be shown again, unless the platform says that it is worth nothing. */
  TokenAnswer again(HttpResult result) {
    return judge(result, false);
  }

  private TokenAnswer judge(HttpResult result, boolean once) {
    return switch (result) {
      case HttpResult.NotSent n -> failed(n.reason());
      case HttpResult.Lost l -> failed(l.reason());
      case HttpResult.Answered a when a.status() / 100 == 2 || a.status() / 100 == 4 ->
          answered(a, once);
      case HttpResult.Answered a -> new TokenAnswer.Failed(reason(a));
    };
  }

  private TokenAnswer answered(HttpResult.Answered answer, boolean once) {
    var body = body(answer);
    var given = body.has("access_token") ? body : body.at("/data/0");
    boolean ok = answer.status() / 100 == 2 && body.path("ok").asBoolean(true);
    var access = token(given, "access_token");
    if (ok && access.isPresent()) {
      return new TokenAnswer.Granted(
          new Tokens(access.get(), token(given, "refresh_token"), life(given)));
    }
    boolean says = ok || answer.status() == 408 || answer.status() == 429;
    boolean refused =
        !says && (once || ERRORS.stream().map(at -> body.at(at).asText()).anyMatch(this::refusal));
    return refused
        ? new TokenAnswer.Refused(reason(answer))
        : new TokenAnswer.Failed(reason(answer));
  }

  private boolean refusal(String word) {
    return flow.declared().refresh().refusals().contains(word);
  }

  private static Optional<String> token(JsonNode given, String member) {
    return Optional.ofNullable(given.path(member).textValue())
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_TOKEN);
  }

  private static Optional<Duration> life(JsonNode given) {
    var seconds = given.path("expires_in").asLong();
    return seconds > 0
        ? Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE_S)))
        : Optional.empty();
  }

  private static JsonNode body(HttpResult.Answered answer) {
    try {
      return Answers.json(answer);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private String reason(HttpResult.Answered answer) {
    return new Classifier(flow.platform()).reason(answer, secrets);
  }

  private TokenAnswer failed(String reason) {
    return new TokenAnswer.Failed("%s: %s".formatted(flow.platform(), reason));
  }
}
