package io.ganglion.lab;

import io.ganglion.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Errors and limits as OpenAI-compatible servers write them.
 *
 * @see <a href="https://platform.openai.com/docs/guides/error-codes">error codes</a>
 */
public final class OpenAi {
  /** What an account may ask for in a minute; the laboratory says so but doesn't enforce it. */
  private static final int REQUESTS_PER_MINUTE = 100_000;

  private OpenAi() {}

  public static Reply unauthorized() {
    return error(
        401, "Incorrect API key provided.", "invalid_request_error", null, "invalid_api_key");
  }

  public static Reply invalid(String parameter, String message) {
    return error(400, message, "invalid_request_error", parameter, null);
  }

  public static Reply unknownModel(String model) {
    var message = "The model `%s` does not exist or you do not have access to it.".formatted(model);
    return error(404, message, "invalid_request_error", null, "model_not_found");
  }

  public static Reply unknownUrl(Call call) {
    var message = "Invalid URL (%s %s)".formatted(call.method(), call.path());
    return error(404, message, "invalid_request_error", null, null);
  }

  public static Reply failed() {
    return error(
        500, "The server had an error while processing your request", "server_error", null, null);
  }

  /**
   * @param wait until the next call is welcome; empty: the server doesn't say
   */
  public static Reply limited(Optional<Duration> wait) {
    var reply =
        error(429, "Rate limit reached for requests", "requests", null, "rate_limit_exceeded");
    return wait.map(
            time ->
                reply
                    .header("retry-after", Long.toString(Math.ceilDiv(time.toMillis(), 1000L)))
                    .header("x-ratelimit-limit-requests", Integer.toString(REQUESTS_PER_MINUTE))
                    .header("x-ratelimit-remaining-requests", "0")
                    .header("x-ratelimit-reset-requests", time.toMillis() + "ms"))
        .orElse(reply);
  }

  /** Headers of every answer. */
  public static Map<String, String> headers(Instant now) {
    return Map.of(
        "openai-processing-ms",
        "5",
        "x-request-id",
        "req_" + Long.toHexString(now.toEpochMilli()),
        "x-ratelimit-limit-requests",
        Integer.toString(REQUESTS_PER_MINUTE),
        "x-ratelimit-remaining-requests",
        Integer.toString(REQUESTS_PER_MINUTE - 1),
        "x-ratelimit-reset-requests",
        "1ms");
  }

  private static Reply error(
      int status, String message, String type, @Nullable String parameter, @Nullable String code) {
    var error =
        Json.object()
            .put("message", message)
            .put("type", type)
            .put("param", parameter)
            .put("code", code);
    return Reply.of(status, Json.object().set("error", error));
  }
}
