package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.misc.JsonNodeUtils;
import net.thisptr.jackson.jq.path.Path;
import org.jspecify.annotations.Nullable;

/** jq's loops, which call themselves there: here with a stack of their own. */
final class LoopFunctions {
  private LoopFunctions() {}

  private record At(JsonNode value, @Nullable Path path) {}

  /** Which values are given, and which are followed. */
  private enum Kind {
    /** All of them; all are followed. */
    RECURSE,
    /** Those for which the condition holds; these are followed. */
    WHILE,
    /** Those for which the condition holds; the others are followed. */
    UNTIL
  }

  static Map<String, Function> all() {
    return Map.of(
        "recurse/1", loop(Kind.RECURSE),
        "repeat/1", loop(Kind.RECURSE),
        "while/2", loop(Kind.WHILE),
        "until/2", loop(Kind.UNTIL));
  }

  private static Function loop(Kind kind) {
    return (scope, args, in, path, output, version) -> {
      Deque<Iterator<At>> open = new ArrayDeque<>();
      open.push(List.of(new At(in, path)).iterator());
      while (!open.isEmpty()) {
        if (!open.peek().hasNext()) {
          open.pop();
          continue;
        }
        Meter.current().step();
        var at = open.peek().next();
        if (!open.peek().hasNext()) {
          open.pop(); // nothing is left there: a long loop needs no deeper stack
        }
        boolean given = kind == Kind.RECURSE || holds(scope, args.getFirst(), at);
        if (given) {
          output.emit(at.value(), at.path());
        }
        if (given != (kind == Kind.UNTIL)) {
          open.push(values(scope, args.getLast(), at).iterator());
        }
      }
    };
  }

  private static List<At> values(Scope scope, Expression part, At at) throws JsonQueryException {
    var values = new ArrayList<At>();
    part.apply(scope, at.value(), at.path(), (out, path) -> values.add(new At(out, path)), false);
    return values;
  }

  /** By the first value of the condition, as for a condition with one. */
  private static boolean holds(Scope scope, Expression condition, At at) throws JsonQueryException {
    var values = values(scope, condition, new At(at.value(), null));
    return !values.isEmpty() && JsonNodeUtils.asBoolean(values.getFirst().value());
  }
}
