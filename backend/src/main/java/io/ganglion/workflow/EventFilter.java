package io.ganglion.workflow;

import io.ganglion.expression.Expression;
import io.ganglion.expression.Template;
import io.ganglion.schema.BoundedPattern;
import io.ganglion.schema.SchemaInvalid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which events fit.
 *
 * @param attributes values that the event's attributes must have, or patterns that they must match
 *     as a whole; expressions see the task's input
 * @param data an expression on the event's data that must hold or give the very data; anything else
 *     is what the data must be
 */
public record EventFilter(
    Map<String, Template> attributes, Optional<Template> data, List<Correlation> correlations) {
  public EventFilter {
    attributes = Map.copyOf(attributes);
    correlations = List.copyOf(correlations);
  }

  /**
   * What makes a text a pattern. A dot alone doesn't: names of types are full of them, and stand
   * for themselves.
   */
  private static final Pattern MARKS = Pattern.compile("[\\\\^$*+?()\\[\\]{}|]");

  /** An attribute that events must have, whatever the input; empty if it is not known ahead. */
  String known(String attribute) {
    var value = attributes.get(attribute);
    return value != null && value.constant() && pattern(attribute).isEmpty()
        ? value.source().asText()
        : "";
  }

  /** The pattern of an attribute that is written out as one; what data make is never a pattern. */
  public Optional<BoundedPattern> pattern(String attribute) {
    var value = attributes.get(attribute);
    if (value == null || !value.constant() || !value.source().isTextual()) {
      return Optional.empty();
    }
    var text = value.source().textValue();
    if (!MARKS.matcher(text).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(BoundedPattern.whole(text));
    } catch (SchemaInvalid e) { // an address may hold such marks and be no pattern
      return Optional.empty();
    }
  }

  /**
   * A value that events must share, by the name of the correlation.
   *
   * @param from on the event with its attributes
   * @param expect the value; empty: that of the first event consumed
   */
  public record Correlation(String name, Expression from, Optional<Template> expect) {}
}
