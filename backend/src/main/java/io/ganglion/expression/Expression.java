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

  /**
   * Evaluates to exactly one value (the first; JSON null for none).
   *
   * @param input what {@code .} is
   * @param arguments by name without the {@code $}
   * @throws ExpressionFailed when it fails, passes a limit or an argument it uses is missing
   */
  JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments);
}
