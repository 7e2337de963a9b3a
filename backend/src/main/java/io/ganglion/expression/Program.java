package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
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
    var scope = Scope.newChildScope(library.scope());
    arguments.forEach(name -> scope.setValue(name, Arguments.get(name, given)));
    var meter = new Meter(limits);
    return meter.with(() -> run(scope, input, meter));
  }

  private JsonNode run(Scope scope, JsonNode input, Meter meter) {
    try {
      tree.apply(
          scope,
          input,
          value -> {
            throw new First(value);
          });
      return NullNode.getInstance();
    } catch (First first) {
      return meter.infinite() ? Finite.of(first.value) : first.value;
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

  /** The first value is there: what would come after it is not wanted. */
  private static final class First extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient JsonNode value;

    private First(JsonNode value) {
      super("first value", null, false, false);
      this.value = value;
    }
  }
}
