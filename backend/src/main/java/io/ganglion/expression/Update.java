package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;
import net.thisptr.jackson.jq.path.RootPath;
import org.jspecify.annotations.Nullable;

/**
 * {@code target |= value} as jq 1.7 has it: the first value stands in for what was there, and where
 * there is none that is deleted, once all others are set. The library refuses that.
 *
 * @see <a href="https://jqlang.org/manual/v1.7/#update-assignment">jq: update-assignment</a>
 */
record Update(Expression target, Expression value) implements Expression {
  @Override
  public void apply(Scope scope, JsonNode in, Path path, PathOutput output, boolean requirePath)
      throws JsonQueryException {
    var places = new ArrayList<Path>();
    target.apply(
        scope, in, RootPath.getInstance(), (out, at) -> places.add(Assignment.required(at)), true);
    var result = in;
    var gone = JsonNodeFactory.instance.arrayNode();
    for (var at : places) {
      Meter.current().step();
      result = at.mutate(result, old -> first(scope, old, at, gone));
      Meter.current().made(result);
    }
    output.emit(gone.isEmpty() ? result : PathFunctions.without(scope, result, gone), null);
  }

  private JsonNode first(Scope scope, @Nullable JsonNode old, Path at, ArrayNode gone)
      throws JsonQueryException {
    var was = old == null ? NullNode.getInstance() : old;
    JsonNode[] first = {null};
    value.apply(scope, was, out -> first[0] = first[0] == null ? out : first[0]);
    if (first[0] == null) {
      at.toJsonNode(gone.addArray());
      return was;
    }
    return first[0];
  }
}
