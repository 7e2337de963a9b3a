package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** A program run by jackson-jq. */
record Program(String source, JsonQuery query) implements Expression {

  static Program compile(String source, ExpressionLimits limits) {
    try {
      return new Program(source, JsonQuery.compile(source, Versions.JQ_1_6));
    } catch (JsonQueryException e) {
      throw new ExpressionInvalid(String.valueOf(e.getMessage()), 0);
    }
  }

  @Override
  public JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments) {
    var scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, scope);
    arguments.forEach(scope::setValue);
    var results = new JsonNode[] {NullNode.getInstance()};
    try {
      query.apply(scope, input, out -> results[0] = out);
    } catch (JsonQueryException e) {
      throw new ExpressionFailed(String.valueOf(e.getMessage()), false);
    }
    return results[0];
  }
}
