package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * A program run by jackson-jq within limits. Its tree and the library's scope are never changed, so
 * it may be evaluated by many threads.
 *
 * @param arguments names of those it uses
 */
record Program(
    String source,
    Set<String> arguments,
    net.thisptr.jackson.jq.Expression tree,
    Library library,
    ExpressionLimits limits)
    implements Expression {
  private static final int MAX_MESSAGE = 500;

  static Program compile(String source, ExpressionLimits limits, Library library) {
    if (source.length() > limits.source()) {
      throw new ExpressionInvalid(
          "it is longer than %d characters".formatted(limits.source()), limits.source());
    }
    var parsed = Parser.parse(source, new Known(library.signatures(), false));
    return new Program(source, parsed.arguments(), parsed.program(), library, limits);
  }

  @Override
  public JsonNode evaluate(JsonNode input, Map<String, JsonNode> given) {
    return evaluate(input, given, Integer.MAX_VALUE);
  }

  @Override
  public JsonNode first(JsonNode input, Map<String, JsonNode> given) {
    return evaluate(input, given, 1);
  }

  private JsonNode evaluate(JsonNode input, Map<String, JsonNode> given, int wanted) {
    var scope = Scope.newChildScope(library.scope());
    arguments.forEach(name -> scope.setValue(name, Arguments.get(name, given)));
    var meter = new Meter(limits);
    return meter.with(
        () -> {
          var value = one(results(scope, input, meter, wanted), meter);
          return meter.infinite() ? Finite.of(value) : value;
        });
  }

  private static JsonNode one(List<JsonNode> results, Meter meter) {
    if (results.size() < 2) {
      return results.isEmpty() ? NullNode.getInstance() : results.getFirst();
    }
    var array = JsonNodeFactory.instance.arrayNode(results.size()).addAll(results);
    meter.made(array);
    return array;
  }

  /** Their number is bounded as steps are: each result is one. */
  private List<JsonNode> results(Scope scope, JsonNode input, Meter meter, int wanted) {
    var results = new ArrayList<JsonNode>();
    try {
      tree.apply(
          scope,
          input,
          value -> {
            results.add(value);
            if (results.size() == wanted) {
              throw new Enough();
            }
          });
      return results;
    } catch (Enough enough) {
      return results;
    } catch (ExpressionFailed e) {
      throw e;
    } catch (StackOverflowError e) {
      throw meter.passed("nested too deeply");
    } catch (JsonQueryException | RuntimeException e) { // the library's, whatever it meets
      throw new ExpressionFailed(shortened(String.valueOf(e.getMessage())), false);
    }
  }

  private static String shortened(String message) {
    return message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message;
  }

  /** What would come after these results is not wanted. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Enough() {
      super("enough results", null, false, false);
    }
  }
}
