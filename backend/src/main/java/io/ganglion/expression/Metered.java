package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.misc.JsonNodeUtils;
import net.thisptr.jackson.jq.path.Path;

/**
 * A part of a program with its meter: each evaluation and each value it gives is a step.
 *
 * @param makes whether its values are new, so that their size is checked; else they are passed on
 */
record Metered(Expression part, boolean makes) implements Expression {
  @Override
  public void apply(Scope scope, JsonNode in, Path path, PathOutput output, boolean requirePath)
      throws JsonQueryException {
    var meter = Meter.current();
    meter.step();
    meter.enter();
    try {
      part.apply(
          scope,
          in,
          path,
          (out, outPath) -> {
            meter.step();
            output.emit(makes ? made(meter, out) : out, outPath);
          },
          requirePath);
    } finally {
      meter.leave();
    }
  }

  private static JsonNode made(Meter meter, JsonNode out) {
    meter.made(out);
    // The library's floor(3.7) is 3.0; jq prints 3.
    return out.isDouble() ? JsonNodeUtils.asNumericNode(out.doubleValue()) : out;
  }

  @Override
  public String toString() {
    return part.toString();
  }
}
