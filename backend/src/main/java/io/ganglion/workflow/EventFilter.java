package io.ganglion.workflow;

import io.ganglion.expression.Expression;
import io.ganglion.expression.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which events fit.
 *
 * @param attributes values that the event's attributes must have; expressions see the task's input
 * @param data an expression on the event's data that must hold or give the very data; anything else
 *     is what the data must be
 */
public record EventFilter(
    Map<String, Template> attributes, Optional<Template> data, List<Correlation> correlations) {
  public EventFilter {
    attributes = Map.copyOf(attributes);
    correlations = List.copyOf(correlations);
  }

  /** An attribute that events must have, whatever the input; empty if it is not known ahead. */
  String known(String attribute) {
    var value = attributes.get(attribute);
    return value != null && value.constant() ? value.source().asText() : "";
  }

  /**
   * A value that events must share, by the name of the correlation.
   *
   * @param from on the event with its attributes
   * @param expect the value; empty: that of the first event consumed
   */
  public record Correlation(String name, Expression from, Optional<Template> expect) {}
}
