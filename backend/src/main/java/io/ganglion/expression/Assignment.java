package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.operators.BinaryOperator;
import net.thisptr.jackson.jq.path.Path;
import net.thisptr.jackson.jq.path.RootPath;
import org.jspecify.annotations.Nullable;

/**
 * {@code target = value}, {@code target += value} and so on. Unlike the library's, each path that
 * is set is a step: setting one copies all that is around it.
 *
 * @param operator null for a plain {@code =}
 */
record Assignment(Expression target, Expression value, @Nullable BinaryOperator operator)
    implements Expression {
  @Override
  public void apply(Scope scope, JsonNode in, Path path, PathOutput output, boolean requirePath)
      throws JsonQueryException {
    value.apply(
        scope,
        in,
        right -> {
          var paths = new ArrayList<Path>();
          target.apply(
              scope, in, RootPath.getInstance(), (out, at) -> paths.add(required(at)), true);
          var result = in;
          for (var at : paths) {
            Meter.current().step();
            result = at.mutate(result, left -> combined(scope, left, right));
            Meter.current().made(result);
          }
          output.emit(result, null);
        });
  }

  private JsonNode combined(Scope scope, @Nullable JsonNode left, JsonNode right)
      throws JsonQueryException {
    return operator == null
        ? right
        : operator.apply(
            scope.getObjectMapper(), left == null ? NullNode.getInstance() : left, right);
  }

  static Path required(@Nullable Path path) throws JsonQueryException {
    if (path == null) {
      throw new JsonQueryException("Invalid path expression on the left of an assignment");
    }
    return path;
  }
}
