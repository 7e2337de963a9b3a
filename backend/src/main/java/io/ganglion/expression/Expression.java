package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** A compiled jq program; immutable and thread-safe. */
public interface Expression {
  /** The program's text, without {@code ${ }}. */
  String source();

  /** Names of the {@code $}-arguments it uses, without the {@code $}. */
  Set<String> arguments();

  /** The name under which a program that asks for {@code now} gets it; no {@code $}-argument. */
  String NOW = "now()";

  /**
   * Evaluates to one value: the only result, an array of several, JSON null for none.
   *
   * @param input what {@code .} is
   * @param arguments by name without the {@code $}
   * @throws ExpressionFailed when it fails, passes a limit or an argument it uses is missing
   */
  JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments);

  /** The first result, with which the evaluation ends; JSON null for none. */
  default JsonNode first(JsonNode input, Map<String, JsonNode> arguments) {
    return evaluate(input, arguments);
  }
}
