package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The {@code $}-arguments of an evaluation. */
final class Arguments {
  private Arguments() {}

  static JsonNode get(String name, Map<String, JsonNode> arguments) {
    var value = arguments.get(name);
    if (value == null && name.equals(Expression.NOW)) {
      throw new ExpressionFailed("'now' is not known here", false);
    }
    if (value == null) {
      throw new ExpressionFailed(undefined(name, arguments), false);
    }
    return value;
  }

  private static String undefined(String name, Map<String, JsonNode> arguments) {
    var known =
        new TreeSet<>(arguments.keySet())
            .stream().map("$"::concat).collect(Collectors.joining(", "));
    return "$%s is not defined here; %s"
        .formatted(name, known.isEmpty() ? "nothing is" : "defined are " + known);
  }
}
