package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The most common programs, {@code .}, {@code .a.b[0]} and {@code $context.x}, without an
 * interpreter: what they answer already exists, so no limit applies.
 *
 * @param argument name of the argument it starts from; null for the input
 */
record PlainPath(String source, @Nullable String argument, List<Step> steps) implements Expression {
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

  /** An index of more than 9 digits is left to the interpreter. */
  private static final Pattern STEP =
      Pattern.compile("\\.(" + NAME + ")|\\.?\\[\"([^\"\\\\\\p{Cntrl}]*)\"\\]|\\[(-?\\d{1,9})\\]");

  private static final Pattern START = Pattern.compile("\\$(" + NAME + ")|\\.(?![\\[\\w.])");

  sealed interface Step {
    record Member(String name) implements Step {}

    record Item(int index) implements Step {}
  }

  PlainPath {
    steps = List.copyOf(steps);
  }

  /** Empty when the program is more than a path. */
  static Optional<PlainPath> read(String source) {
    var start = START.matcher(source);
    var argument = start.lookingAt() ? start.group(1) : null;
    int at = start.lookingAt() ? start.end() : 0;
    if (at == 0 && !source.startsWith(".") || "__loc__".equals(argument)) {
      return Optional.empty();
    }
    var steps = new ArrayList<Step>();
    var step = STEP.matcher(source);
    if (at == 0 && source.startsWith(".[")) {
      at = 1; // the dot of .[0] and .["a"] belongs to no step
    }
    while (at < source.length() && step.find(at) && step.start() == at) {
      steps.add(
          step.group(3) != null
              ? new Step.Item(Integer.parseInt(step.group(3)))
              : new Step.Member(step.group(1) != null ? step.group(1) : step.group(2)));
      at = step.end();
    }
    return at == source.length()
        ? Optional.of(new PlainPath(source, argument, steps))
        : Optional.empty();
  }

  @Override
  public Set<String> arguments() {
    return argument == null ? Set.of() : Set.of(argument);
  }

  @Override
  public JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments) {
    var value = argument == null ? input : Arguments.get(argument, arguments);
    for (var step : steps) {
      value = follow(value, step);
    }
    return value;
  }

  private static JsonNode follow(JsonNode value, Step step) {
    if (value.isNull()) {
      return value;
    }
    JsonNode next =
        switch (step) {
          case Step.Member m -> value.isObject() ? value.get(m.name()) : refuse(value, m.name());
          case Step.Item i ->
              value.isArray()
                  ? value.get(i.index() < 0 ? i.index() + value.size() : i.index())
                  : refuse(value, i.index());
        };
    return next == null ? NullNode.getInstance() : next;
  }

  private static JsonNode refuse(JsonNode value, Object step) {
    var type = value.getNodeType().name().toLowerCase(Locale.ROOT);
    var key = step instanceof String name ? '"' + name + '"' : "number " + step;
    throw new ExpressionFailed("Cannot index %s with %s".formatted(type, key), false);
  }
}
