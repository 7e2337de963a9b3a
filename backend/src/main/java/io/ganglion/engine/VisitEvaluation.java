package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.expression.Expression;
import io.ganglion.expression.Template;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Evaluates event filters within a visit: expectations on its input, the rest on the event. */
record VisitEvaluation(Visit visit) implements EventMatch.Evaluation {
  @Override
  public JsonNode ahead(Template template) {
    return visit.evaluate(template);
  }

  @Override
  public Optional<JsonNode> on(Template template, JsonNode event) {
    return unlessFailed(() -> visit.evaluate(template, event, Map.of()));
  }

  @Override
  public Optional<JsonNode> on(Expression expression, JsonNode event) {
    return unlessFailed(() -> visit.evaluate(expression, event, Map.of()));
  }

  private static Optional<JsonNode> unlessFailed(Supplier<JsonNode> evaluation) {
    try {
      return Optional.of(evaluation.get());
    } catch (Unwind.Fault e) {
      return Optional.empty();
    }
  }
}
