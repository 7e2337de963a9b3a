package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.util.Map;

/** Evaluates in tests. */
final class Evaluation {
  static final Expressions EXPRESSIONS = new Expressions(ExpressionLimits.DEFAULT);

  private Evaluation() {}

  /** The result as JSON text, of an input as JSON text. */
  static String of(String program, String input) {
    return of(program, input, Map.of());
  }

  static String of(String program, String input, Map<String, JsonNode> arguments) {
    return Json.write(EXPRESSIONS.compile(program).evaluate(Json.read(input), arguments));
  }
}
