package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Values that the events of one consumption share, each fixed by the first event that has it. */
final class Correlations {
  private final Map<String, JsonNode> values = new HashMap<>();

  Optional<JsonNode> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  void fix(String name, JsonNode value) {
    values.putIfAbsent(name, value);
  }
}
