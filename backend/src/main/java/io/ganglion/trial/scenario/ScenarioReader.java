package io.ganglion.trial.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.lab.FaultKind;
import io.ganglion.lab.Platform;
import io.ganglion.trial.scenario.FaultRule.Range;
import io.ganglion.trial.scenario.Scenario.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes scenarios of their documents, which fit the schema. */
final class ScenarioReader {
  private ScenarioReader() {}

  static Scenario read(JsonNode document) {
    return new Scenario(
        document.path("scenario").asText(),
        document.path("version").asInt(),
        document.path("title").asText(),
        document.path("about").asText().strip(),
        byName(document.path("parts"), part -> Platform.named(part.asText())),
        Optional.ofNullable(document.get("approval")).map(JsonNode::asDouble),
        byName(document.path("draw"), ScenarioReader::draw),
        list(document.path("faults"), ScenarioReader::fault),
        list(document.path("goals"), ScenarioReader::goal),
        list(document.path("invariants"), ScenarioReader::goal),
        budget(document.path("par")),
        budget(document.path("limits")),
        Duration.parse(document.at("/limits/time").asText()),
        document.path("workflow").asText());
  }

  private static Budget budget(JsonNode budget) {
    return new Budget(budget.path("attempts").asInt(), budget.path("spend_micros").asLong());
  }

  private static Draw draw(JsonNode draw) {
    if (draw.has("phrase")) {
      return new Draw.Phrase(draw.path("phrase").asText());
    }
    return draw.has("one_of")
        ? new Draw.OneOf(list(draw.path("one_of"), value -> value))
        : new Draw.Question(list(draw.path("question"), JsonNode::asText));
  }

  private static FaultRule fault(JsonNode fault) {
    return new FaultRule(
        fault.path("part").asText(),
        FaultKind.of(fault.path("kind").asText()),
        fault.path("method").asText(),
        fault.path("path").asText(""),
        fault.path("odds").asDouble(1),
        fault.path("chance").asDouble(1),
        range(fault.path("times"), 1),
        range(fault.path("delay_ms"), 0));
  }

  /** One number stands for both ends. */
  private static Range range(JsonNode range, int otherwise) {
    return range.isArray()
        ? new Range(range.get(0).asInt(), range.get(1).asInt())
        : new Range(range.asInt(otherwise), range.asInt(otherwise));
  }

  private static Goal goal(JsonNode goal) {
    var exactly = goal.get("exactly");
    return new Goal(
        goal.path("name").asText(),
        measure(goal),
        (exactly == null ? goal.path("at_least") : exactly).asText(""),
        (exactly == null ? goal.path("at_most") : exactly).asText(""));
  }

  private static Measure measure(JsonNode goal) {
    if (goal.has("count")) {
      return count(goal.path("count"));
    }
    if (goal.has("together")) {
      return new Measure.Together(list(goal.path("together"), ScenarioReader::count));
    }
    var sum = goal.path("sum");
    return new Measure.Sum(
        pick(sum), sum.path("of").asText(), sum.path("sign").asText(), sum.path("plus").asText());
  }

  private static Measure.Count count(JsonNode count) {
    return new Measure.Count(
        pick(count), Optional.ofNullable(count.get("less")).map(JsonNode::asText));
  }

  private static Measure.Pick pick(JsonNode pick) {
    return new Measure.Pick(
        pick.path("part").asText(),
        pick.path("kind").asText(),
        byName(pick.path("where"), JsonNode::asText));
  }

  private static <T> Map<String, T> byName(JsonNode object, Function<JsonNode, T> read) {
    var all = new LinkedHashMap<String, T>();
    object.properties().forEach(member -> all.put(member.getKey(), read.apply(member.getValue())));
    return java.util.Collections.unmodifiableMap(all);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    var all = new ArrayList<T>();
    array.forEach(one -> all.add(read.apply(one)));
    return all;
  }
}
