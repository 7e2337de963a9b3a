package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call that a model asked for, as it wrote it. Whatever is wrong with it is told to the model.
 *
 * @param name of a tool, perhaps
 * @param arguments JSON, perhaps
 */
record Choice(String name, String arguments) {
  /** Digits before or after the point; more would fill memory when written out. */
  private static final int MAX_EXPONENT = 400;

  /** What is deeper is no argument of any action. */
  private static final int MAX_DEPTH = 64;

  /** The calls of a completion, in its order. */
  static List<Choice> of(JsonNode completion) {
    var choices = new ArrayList<Choice>();
    for (var call : completion.path("tool_calls")) {
      choices.add(new Choice(call.path("name").asText(), call.path("arguments").asText()));
    }
    return choices;
  }

  /** The arguments as an object; empty when they are none that could be sent. */
  Optional<ObjectNode> parsed() {
    try {
      var text = arguments.isBlank() ? "{}" : arguments;
      var parsed = Json.parse(text.getBytes(StandardCharsets.UTF_8));
      return parsed instanceof ObjectNode object && sound(object, MAX_DEPTH)
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean sound(JsonNode node, int depth) {
    if (node.isContainerNode()) {
      return depth > 0
          && node.properties().stream().allMatch(member -> sound(member.getKey()))
          && node.valueStream().allMatch(child -> sound(child, depth - 1));
    }
    if (node.isNumber()) {
      var exact = node.decimalValue();
      return Math.abs((long) exact.precision() - exact.scale()) <= MAX_EXPONENT
          && exact.scale() <= MAX_EXPONENT;
    }
    return !node.isTextual() || sound(node.textValue());
  }

  /** No text in the database holds NUL or lone surrogates. */
  private static boolean sound(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
