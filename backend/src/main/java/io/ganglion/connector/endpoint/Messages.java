package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The JSON-RPC messages of an answer: one, a batch, or a stream of server-sent events. Pure.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class Messages {
  /** Messages of one answer; the bytes are bounded by the egress. */
  private static final int MAX = 10_000;

  private Messages() {}

  /**
   * The responses to one request, in order; what else the server says is left out.
   *
   * @throws IOException if it is no JSON, or too much
   */
  static List<JsonNode> responses(HttpResult.Answered answer, String id) throws IOException {
    var responses = new ArrayList<JsonNode>();
    for (var message : all(answer)) {
      if (message.path("id").asText().equals(id) && !message.has("method")) {
        responses.add(message);
      }
    }
    return responses;
  }

  private static List<JsonNode> all(HttpResult.Answered answer) throws IOException {
    var messages = new ArrayList<JsonNode>();
    if (stream(answer)) {
      for (var data : events(new String(answer.body(), StandardCharsets.UTF_8))) {
        add(messages, Json.parse(data.getBytes(StandardCharsets.UTF_8)));
      }
    } else if (answer.body().length > 0) {
      add(messages, Json.parse(answer.body()));
    }
    return messages;
  }

  private static void add(List<JsonNode> messages, JsonNode json) throws IOException {
    if (json.isArray()) {
      json.forEach(messages::add);
    } else {
      messages.add(json);
    }
    if (messages.size() > MAX) {
      throw new IOException("more than %d messages".formatted(MAX));
    }
  }

  static boolean stream(HttpResult.Answered answer) {
    return answer
        .header("content-type")
        .map(type -> type.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
        .orElse(false);
  }

  /** The data of each event; an event that is not ended is none. */
  private static List<String> events(String text) {
    var events = new ArrayList<String>();
    var data = new ArrayList<String>();
    for (var line : text.split("\r\n|\n|\r", -1)) {
      if (line.startsWith("data:")) {
        var value = line.substring("data:".length());
        data.add(value.startsWith(" ") ? value.substring(1) : value);
      } else if (line.isEmpty() && !data.isEmpty()) {
        var whole = String.join("\n", data);
        if (!whole.isBlank()) { // some servers begin with an empty event that only has an id
          events.add(whole);
        }
        data.clear();
      }
    }
    return events;
  }
}
