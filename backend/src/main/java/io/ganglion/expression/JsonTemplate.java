package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A template as a tree: only branches that hold an expression are rebuilt. */
sealed interface JsonTemplate extends Template {

  static JsonTemplate of(JsonNode source, Expressions expressions) {
    return of(
        source,
        text ->
            Expressions.delimited(text.textValue())
                ? new Computed(text, expressions.compile(text.textValue()))
                : new Constant(text));
  }

  static JsonTemplate loose(JsonNode source, Expressions expressions) {
    return of(
        source,
        text ->
            expressions
                .program(text.textValue())
                .<JsonTemplate>map(program -> new Tried(text, program))
                .orElseGet(() -> new Constant(text)));
  }

  private static JsonTemplate of(JsonNode source, Function<JsonNode, JsonTemplate> text) {
    if (source.isTextual()) {
      return text.apply(source);
    }
    if (source.isArray()) {
      var items = new ArrayList<JsonTemplate>(source.size());
      source.forEach(item -> items.add(of(item, text)));
      return items.stream().allMatch(Template::constant)
          ? new Constant(source)
          : new Items(source, items);
    }
    if (source.isObject()) {
      var members = new LinkedHashMap<String, JsonTemplate>();
      source.properties().forEach(e -> members.put(e.getKey(), of(e.getValue(), text)));
      return members.values().stream().allMatch(Template::constant)
          ? new Constant(source)
          : new Members(source, members);
    }
    return new Constant(source);
  }

  @Override
  default boolean constant() {
    return false;
  }

  record Constant(JsonNode source) implements JsonTemplate {
    @Override
    public boolean constant() {
      return true;
    }

    @Override
    public Set<String> arguments() {
      return Set.of();
    }

    @Override
    public JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments) {
      return source;
    }
  }

  record Computed(JsonNode source, Expression expression) implements JsonTemplate {
    @Override
    public Set<String> arguments() {
      return expression.arguments();
    }

    @Override
    public JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments) {
      return expression.evaluate(input, arguments);
    }
  }

  /** Its own text where the program fails; a limit still is an error. */
  record Tried(JsonNode source, Expression expression) implements JsonTemplate {
    @Override
    public Set<String> arguments() {
      return expression.arguments();
    }

    @Override
    public JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments) {
      try {
        return expression.evaluate(input, arguments);
      } catch (ExpressionFailed e) {
        if (e.limit()) {
          throw e;
        }
        return source;
      }
    }
  }

  private static Set<String> arguments(Collection<JsonTemplate> parts) {
    return parts.stream()
        .flatMap(part -> part.arguments().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  record Items(JsonNode source, List<JsonTemplate> items) implements JsonTemplate {
    @Override
    public Set<String> arguments() {
      return JsonTemplate.arguments(items);
    }

    @Override
    public JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments) {
      var array = JsonNodeFactory.instance.arrayNode(items.size());
      items.forEach(item -> array.add(item.evaluate(input, arguments)));
      return array;
    }
  }

  record Members(JsonNode source, Map<String, JsonTemplate> members) implements JsonTemplate {
    @Override
    public Set<String> arguments() {
      return JsonTemplate.arguments(members.values());
    }

    @Override
    public JsonNode evaluate(JsonNode input, Map<String, JsonNode> arguments) {
      var object = JsonNodeFactory.instance.objectNode();
      members.forEach((name, member) -> object.set(name, member.evaluate(input, arguments)));
      return object;
    }
  }
}
