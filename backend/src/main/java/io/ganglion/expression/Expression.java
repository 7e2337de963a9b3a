package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A compiled jq program; immutable and thread-safe. */
public interface Expression {
  /** The program's text, without {@code ${ }}. */
  String source();

  /**
   * Evaluates to exactly one value (the first; JSON null for none).
   *
   * @param input what {@code .} is
   * @param arguments by name without the {@code $}
   * @throws ExpressionFailed when it fails or passes a limit
   */
  JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments);
}
