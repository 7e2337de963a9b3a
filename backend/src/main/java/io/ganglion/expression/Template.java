package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * JSON in which strings of the form {@code ${ … }} are expressions, compiled once; immutable and
 * thread-safe.
 */
public interface Template {
  /** JSON that means itself, whatever its texts look like. */
  static Template literal(JsonNode value) {
    return new JsonTemplate.Constant(value);
  }

  /** The JSON it was made from. */
  JsonNode source();

  /** Whether it is the same for every input. */
  boolean constant();

  /** Names of the {@code $}-arguments its expressions use, without the {@code $}. */
  Set<String> arguments();

  /**
   * The JSON with every expression replaced by its value; everything else stays as it is.
   *
   * @throws ExpressionFailed as for {@link Expression#evaluate}
   */
  JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments);
}
