package io.ganglion.lab.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Models that are offered tools do as the user's text tells them, to the letter: each paragraph of
 * lines {@code call NAME ARGUMENTS} is one completion with those calls, however foolish; after the
 * last one comes what stands behind {@code answer}, or a caption like any other.
 */
final class Script {
  private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
  private static final Pattern CALL = Pattern.compile("(?m)^call (\\S+) ?(.*)$");
  private static final Pattern ANSWER = Pattern.compile("(?m)^answer (.+)$");

  private Script() {}

  /** The calls that are due, in the wire's form; empty when there are none, or no tools. */
  static ArrayNode next(JsonNode body) {
    var calls = Json.mapper().createArrayNode();
    var turns = turns(body);
    int done = done(body.path("messages"));
    if (body.path("tools").isEmpty() || done >= turns.size()) {
      return calls;
    }
    CALL.matcher(turns.get(done))
        .results()
        .forEach(
            line -> {
              var call = calls.addObject().put("id", "call_%d_%d".formatted(done, calls.size()));
              call.put("type", "function");
              call.putObject("function").put("name", line.group(1)).put("arguments", line.group(2));
            });
    return calls;
  }

  /** What the text wants said once nothing is left to be called. */
  static Optional<String> answer(JsonNode body) {
    if (body.path("tools").isEmpty()) {
      return Optional.empty();
    }
    return ANSWER.matcher(told(body)).results().map(line -> line.group(1)).findFirst();
  }

  private static List<String> turns(JsonNode body) {
    var turns = new ArrayList<String>();
    for (var paragraph : PARAGRAPHS.split(told(body))) {
      if (CALL.matcher(paragraph).find()) {
        turns.add(paragraph);
      }
    }
    return turns;
  }

  private static String told(JsonNode body) {
    var told = new StringBuilder();
    for (var message : body.path("messages")) {
      if (message.path("role").asText().equals("user")) {
        told.append(message.path("content").asText()).append("\n\n");
      }
    }
    return told.toString();
  }

  private static int done(JsonNode messages) {
    int done = 0;
    for (var message : messages) {
      done += message.path("tool_calls").isEmpty() ? 0 : 1;
    }
    return done;
  }
}
