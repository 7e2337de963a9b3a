package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.functions.DelPathsFunction;
import net.thisptr.jackson.jq.internal.functions.GetPathFunction;
import net.thisptr.jackson.jq.internal.functions.SetPathFunction;
import net.thisptr.jackson.jq.internal.misc.JsonNodeComparator;

/** Functions that take paths as lists: these may hold no index that is too large. */
final class PathFunctions {
  private static final DelPathsFunction DELETE = new DelPathsFunction();

  private PathFunctions() {}

  static Map<String, Function> all() {
    return Map.of(
        "getpath/1", checked(new GetPathFunction()),
        "setpath/2", checked(new SetPathFunction()),
        "delpaths/1", delete());
  }

  /** With its first argument, a path, checked each time. */
  private static Function checked(Function function) {
    return (scope, args, in, path, output, version) ->
        args.getFirst()
            .apply(
                scope,
                in,
                at -> {
                  check(at);
                  var known = new ArrayList<>(args);
                  known.set(0, new Constant(at));
                  function.apply(scope, known, in, path, output, version);
                });
  }

  /** One path after the other, from the back: each one copies all that is around it. */
  private static Function delete() {
    return (scope, args, in, path, output, version) ->
        args.getFirst().apply(scope, in, paths -> output.emit(without(scope, in, paths), null));
  }

  /** What is left of a value without what is at these paths. */
  static JsonNode without(Scope scope, JsonNode value, JsonNode paths) throws JsonQueryException {
    JsonNode[] left = {value};
    for (var at : sorted(paths)) {
      Meter.current().step();
      var one = new Constant(JsonNodeFactory.instance.arrayNode().add(at));
      DELETE.apply(
          scope, List.of(one), left[0], null, (out, ignored) -> left[0] = out, Nodes.VERSION);
    }
    return left[0];
  }

  private static List<JsonNode> sorted(JsonNode paths) throws JsonQueryException {
    if (!paths.isArray()) {
      throw new JsonQueryException("Paths must be specified as an array");
    }
    var sorted = new ArrayList<JsonNode>();
    for (var path : paths) {
      check(path);
      sorted.add(path);
    }
    sorted.sort(JsonNodeComparator.getInstance().reversed());
    return sorted;
  }

  private static void check(JsonNode path) throws JsonQueryException {
    if (!path.isArray()) {
      throw new JsonQueryException("Path must be specified as an array");
    }
    if (path.size() > Meter.MAX_PATH) {
      throw Meter.current().passed("a path of more than %d steps".formatted(Meter.MAX_PATH));
    }
    for (var step : path) {
      PlainIndex.check(step);
    }
  }
}
