package io.ganglion.lab.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;

/** Answers in the Bot API's form. */
final class BotErrors {
  private BotErrors() {}

  static Reply result(JsonNode result) {
    return Reply.ok(Json.object().put("ok", true).set("result", result));
  }

  static Reply bad(String description) {
    return error(400, "Bad Request: " + description);
  }

  static Reply error(int status, String description) {
    return Reply.of(
        status,
        Json.object().put("ok", false).put("error_code", status).put("description", description));
  }

  /** The wait stands in the body alone. */
  static Reply tooMany(long seconds) {
    var body =
        Json.object()
            .put("ok", false)
            .put("error_code", 429)
            .put("description", "Too Many Requests: retry after " + seconds);
    body.putObject("parameters").put("retry_after", seconds);
    return Reply.of(429, body);
  }
}
