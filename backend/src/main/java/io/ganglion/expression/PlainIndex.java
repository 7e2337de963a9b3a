package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;

/**
 * What stands between brackets, limited to names and indices: to set item 1e9 would make a list of
 * that length, and to look for a list within a list takes the product of their lengths.
 */
record PlainIndex(Expression part) implements Expression {
  static final int MAX = 100_000;

  @Override
  public void apply(Scope scope, JsonNode in, Path path, PathOutput output, boolean requirePath)
      throws JsonQueryException {
    part.apply(
        scope,
        in,
        path,
        (out, outPath) -> {
          check(out);
          output.emit(out, outPath);
        },
        requirePath);
  }

  static void check(JsonNode index) throws JsonQueryException {
    if (index.isArray()) {
      throw new JsonQueryException("A list as an index is not offered; use indices");
    }
    if (index.isNumber() && Math.abs(index.doubleValue()) > MAX) {
      throw new JsonQueryException("An index may be at most " + MAX);
    }
  }

  @Override
  public String toString() {
    return part.toString();
  }
}
