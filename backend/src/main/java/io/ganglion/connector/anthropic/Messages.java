package io.ganglion.connector.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Messages of a model, in Anthropic's own form. */
final class Messages {
  private Messages() {}

  /**
   * What {@code messages} answers.
   *
   * @throws IOException if it is no message
   */
  static Outcome read(HttpResult.Answered answer) throws IOException {
    var body = whole(answer);
    var output =
        Json.object()
            .put("id", Answers.text(body, "/id"))
            .put("model", Answers.text(body, "/model"))
            .put("text", text(body))
            .put("stop_reason", body.path("stop_reason").asText(""));
    output.set("content", body.path("content"));
    output.set("usage", body.path("usage").isObject() ? body.path("usage") : Json.object());
    return new Outcome.Landed(output, body.path("id").asText(), Optional.empty());
  }

  static JsonNode whole(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    if (!body.path("content").isArray() || body.path("stop_reason").asText("").isEmpty()) {
      throw new IOException("no message");
    }
    return body;
  }

  static String text(JsonNode message) {
    return message
        .path("content")
        .valueStream()
        .filter(block -> block.path("type").asText().equals("text"))
        .map(block -> block.path("text").asText(""))
        .collect(Collectors.joining());
  }
}
