package io.ganglion.connector.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;

/** What a model said, in the words of {@code model.chat}. Pure. */
final class Chat {
  /** More calls of one message are not read. */
  static final int MAX_CALLS = 32;

  /** The longest name, in characters; a longer one is cut. */
  static final int MAX_NAME = 200;

  /** The longest arguments, in characters; longer ones are cut, and so are no JSON any more. */
  static final int MAX_ARGUMENTS = 64 * 1024;

  private Chat() {}

  /**
   * What {@code chat} answers.
   *
   * @throws IOException if it is no message
   */
  static Outcome read(HttpResult.Answered answer) throws IOException {
    var body = Messages.whole(answer);
    var output =
        Json.object()
            .put("text", Messages.text(body))
            .put("model", Answers.text(body, "/model"))
            .put("finish_reason", reason(body.path("stop_reason").asText("")));
    output.set("usage", usage(body.path("usage")));
    var calls = calls(body);
    if (!calls.isEmpty()) {
      output.set("tool_calls", calls);
    }
    return new Outcome.Landed(output, body.path("id").asText(""), Optional.empty());
  }

  private static ArrayNode calls(JsonNode body) {
    var calls = Json.mapper().createArrayNode();
    for (var block : body.path("content")) {
      if (block.path("type").asText().equals("tool_use") && calls.size() < MAX_CALLS) {
        calls
            .addObject()
            .put("name", cut(block.path("name").asText(""), MAX_NAME))
            .put("arguments", cut(Json.write(block.path("input")), MAX_ARGUMENTS));
      }
    }
    return calls;
  }

  private static String reason(String reason) {
    return switch (reason) {
      case "end_turn", "stop_sequence" -> "stop";
      case "max_tokens" -> "length";
      case "tool_use" -> "tool_calls";
      case "refusal" -> "content_filter";
      default -> reason;
    };
  }

  /** What was read from a cache was prompted, too. */
  private static JsonNode usage(JsonNode usage) {
    long prompted =
        usage.path("input_tokens").asLong()
            + usage.path("cache_creation_input_tokens").asLong()
            + usage.path("cache_read_input_tokens").asLong();
    long completed = usage.path("output_tokens").asLong();
    return Json.object()
        .put("prompt_tokens", prompted)
        .put("completion_tokens", completed)
        .put("total_tokens", prompted + completed);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
