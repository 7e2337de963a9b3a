package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.bus.CloudEvent;
import io.ganglion.expression.Expression;
import io.ganglion.expression.Expressions;
import io.ganglion.expression.Template;
import io.ganglion.schema.BoundedPattern;
import io.ganglion.workflow.EventFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One event filter with its expectations evaluated: whether an event fits.
 *
 * @param attributes what attributes must be
 * @param data an expression on the data, or what they must be
 */
record EventMatch(
    Map<String, Wanted> attributes,
    Optional<Template> data,
    List<Expected> correlations,
    Evaluation evaluation,
    Correlations shared) {
  /** Any event at all. */
  static final EventMatch EVERY =
      new EventMatch(Map.of(), Optional.empty(), List.of(), new Blind(), new Correlations());

  /** How expressions are evaluated around a filter. */
  interface Evaluation {
    /** A value that depends on the task's input alone. */
    JsonNode ahead(Template template);

    /** On an event, or its data; empty where it fails, for an event can't make a run fail. */
    Optional<JsonNode> on(Template template, JsonNode event);

    Optional<JsonNode> on(Expression expression, JsonNode event);
  }

  /** Where there is nothing to evaluate. */
  private static final class Blind implements Evaluation {
    @Override
    public JsonNode ahead(Template template) {
      return template.source();
    }

    @Override
    public Optional<JsonNode> on(Template template, JsonNode event) {
      return Optional.empty();
    }

    @Override
    public Optional<JsonNode> on(Expression expression, JsonNode event) {
      return Optional.empty();
    }
  }

  /** What an attribute must be: this value, or what the pattern matches. */
  record Wanted(JsonNode value, Optional<BoundedPattern> pattern) {
    boolean is(JsonNode actual) {
      return Consuming.same(value, actual)
          || (actual.isTextual()
              && pattern.map(it -> it.matches(actual.textValue())).orElse(false));
    }
  }

  /** A correlation whose expectation is known, or left to the first event. */
  record Expected(String name, Expression from, Optional<JsonNode> value) {}

  static EventMatch of(EventFilter filter, Evaluation evaluation, Correlations shared) {
    var attributes = new HashMap<String, Wanted>();
    filter
        .attributes()
        .forEach(
            (name, value) ->
                attributes.put(name, new Wanted(evaluation.ahead(value), filter.pattern(name))));
    var correlations =
        filter.correlations().stream()
            .map(c -> new Expected(c.name(), c.from(), c.expect().map(evaluation::ahead)))
            .toList();
    return new EventMatch(attributes, filter.data(), correlations, evaluation, shared);
  }

  /** The type an event must have; empty for any. */
  String type() {
    return attribute("type");
  }

  /** The source an event must have; empty for any. */
  String source() {
    return attribute("source");
  }

  private String attribute(String name) {
    var wanted = attributes.get(name);
    return wanted == null || wanted.pattern().isPresent() ? "" : wanted.value().asText();
  }

  boolean fits(CloudEvent event) {
    return attributes.entrySet().stream()
            .allMatch(a -> a.getValue().is(event.envelope().path(a.getKey())))
        && data.map(wanted -> data(wanted, event.data())).orElse(true)
        && correlations.stream().allMatch(c -> correlated(c, event));
  }

  private boolean data(Template wanted, JsonNode data) {
    boolean expression =
        wanted.source().isTextual() && Expressions.delimited(wanted.source().textValue());
    if (!expression) {
      return Consuming.same(evaluation.ahead(wanted), data);
    }
    return evaluation
        .on(wanted, data)
        .map(value -> value.isBoolean() ? value.booleanValue() : Consuming.same(value, data))
        .orElse(false);
  }

  private boolean correlated(Expected correlation, CloudEvent event) {
    var value = evaluation.on(correlation.from(), event.envelope()).filter(v -> !v.isNull());
    return value
        .map(
            found ->
                correlation
                    .value()
                    .or(() -> shared.value(correlation.name()))
                    .map(expected -> Consuming.same(expected, found))
                    .orElse(true))
        .orElse(false);
  }

  /** Fixes what later events must share with this one. */
  void correlate(CloudEvent event) {
    correlations.forEach(
        c ->
            evaluation
                .on(c.from(), event.envelope())
                .ifPresent(value -> shared.fix(c.name(), value)));
  }
}
