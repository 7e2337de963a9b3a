package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.schema.Schemas;
import io.ganglion.workflow.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of {@code ganglion.reason}, evaluated and within their bounds.
 *
 * @param goal as the model reads it
 * @param actions patterns of the actions it may choose; empty: all that the policy allows
 * @param options temperature and seed, as they go to the model
 * @param maxTokens of one answer
 * @param steps how often the model may be asked
 */
record Reasoning(
    String connection,
    String model,
    String goal,
    Optional<String> instructions,
    Optional<List<String>> actions,
    ObjectNode options,
    int maxTokens,
    int steps,
    Spending.Limit money,
    Optional<Duration> time) {
  private static final int DEFAULT_STEPS = 10;
  private static final int DEFAULT_TOKENS = 1024;

  /** The longest goal and instructions, in characters each. */
  private static final int MAX_TEXT = 64 * 1024;

  /**
   * Reads evaluated arguments.
   *
   * @param schema of the function's arguments
   * @throws Unwind.Fault of type validation
   */
  static Reasoning read(Visit visit, Schemas schemas, JsonNode schema, JsonNode with) {
    var wrong = schemas.check(schema, with);
    if (!wrong.isEmpty()) {
      throw invalid(visit, wrong.getFirst().pointer() + ": " + wrong.getFirst().detail());
    }
    var budget = with.path("budget");
    var options = Json.object();
    for (var name : List.of("temperature", "seed")) {
      if (with.has(name)) {
        options.set(name, with.get(name));
      }
    }
    var goal = with.get("goal");
    return new Reasoning(
        with.get("connection").asText(),
        with.get("model").asText(),
        bounded(visit, goal.isTextual() ? goal.textValue() : Json.write(goal), "goal"),
        Optional.ofNullable(with.get("instructions"))
            .map(text -> bounded(visit, text.asText(), "instructions")),
        Optional.ofNullable(with.get("actions")).map(Reasoning::texts),
        options,
        with.path("max_tokens").asInt(DEFAULT_TOKENS),
        budget.path("steps").asInt(DEFAULT_STEPS),
        limit(visit, budget.path("money"), with.path("price")),
        Optional.ofNullable(budget.get("time")).map(time -> duration(visit, time)));
  }

  private static Spending.Limit limit(Visit visit, JsonNode money, JsonNode price) {
    if (money.isObject() && !price.path("currency").equals(money.path("currency"))) {
      throw invalid(visit, "'budget.money' needs a 'price' in the same currency");
    }
    return new Spending.Limit(
        price.path("currency").asText(""),
        price.isObject() ? price.get("input_minor").decimalValue() : BigDecimal.ZERO,
        price.isObject() ? price.get("output_minor").decimalValue() : BigDecimal.ZERO,
        money.isObject()
            ? Optional.of(BigDecimal.valueOf(money.get("amount_minor").longValue()))
            : Optional.empty());
  }

  private static Duration duration(Visit visit, JsonNode time) {
    try {
      return Durations.of(time);
    } catch (IllegalArgumentException e) {
      throw invalid(visit, "'budget.time': " + e.getMessage());
    }
  }

  private static String bounded(Visit visit, String text, String name) {
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw invalid(visit, "'%s' must have 1 to %,d characters".formatted(name, MAX_TEXT));
    }
    return text;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Unwind.Fault invalid(Visit visit, String detail) {
    return visit.fault(WorkflowError.Kind.VALIDATION, "ganglion.reason: " + detail);
  }
}
