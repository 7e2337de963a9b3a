package io.ganglion.connector.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ganglion.kernel.Json;

/** What a model wants called, bounded: a model may write anything. */
final class ToolCalls {
  /** More calls of one completion are not read. */
  static final int MAX_CALLS = 32;

  /** The longest name, in characters; a longer one is cut. */
  static final int MAX_NAME = 200;

  /** The longest arguments, in characters; longer ones are cut, and so are no JSON any more. */
  static final int MAX_ARGUMENTS = 64 * 1024;

  private ToolCalls() {}

  /** Name and arguments of each call, as the model wrote them. */
  static ArrayNode read(JsonNode message) {
    var calls = Json.mapper().createArrayNode();
    for (var call : message.path("tool_calls")) {
      if (calls.size() == MAX_CALLS) {
        break;
      }
      var function = call.path("function");
      calls
          .addObject()
          .put("name", cut(function.path("name").asText(""), MAX_NAME))
          .put("arguments", cut(function.path("arguments").asText(""), MAX_ARGUMENTS));
    }
    return calls;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
