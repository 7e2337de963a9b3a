package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lists are put one after the other, objects into one where later members win; in the order of the
 * members, whatever order they answer in. All answers are waited for.
 */
final class Merge implements Reducer {
  private final Map<Integer, JsonNode> answers = new TreeMap<>();

  /** Whether an answer is of a kind that can be merged. */
  static boolean takes(JsonNode value) {
    return value.isArray() || value.isObject();
  }

  @Override
  public void answered(Answer answer) {
    answers.put(answer.member(), answer.value());
  }

  @Override
  public void failed(int member) {}

  @Override
  public boolean decided(int missing) {
    return missing == 0;
  }

  /** Empty too where some answers are lists and others objects. */
  @Override
  public Optional<JsonNode> value() {
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    if (answers.values().stream().allMatch(JsonNode::isArray)) {
      var all = Json.mapper().createArrayNode();
      answers.values().forEach(list -> all.addAll((ArrayNode) list));
      return Optional.of(all);
    }
    if (answers.values().stream().allMatch(JsonNode::isObject)) {
      var all = Json.object();
      answers.values().forEach(object -> all.setAll((ObjectNode) object));
      return Optional.of(all);
    }
    return Optional.empty();
  }

  @Override
  public void describe(ObjectNode result) {
    result.put("merged", answers.size());
  }
}
