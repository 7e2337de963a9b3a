package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;

/**
 * Values without the numbers that JSON lacks, as jq prints them: NaN is null, infinity the largest.
 */
final class Finite {
  private Finite() {}

  static JsonNode of(JsonNode value) {
    if (value.isArray()) {
      var items = JsonNodeFactory.instance.arrayNode(value.size());
      value.forEach(item -> items.add(of(item)));
      return items;
    }
    if (value.isObject()) {
      var members = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(e -> members.set(e.getKey(), of(e.getValue())));
      return members;
    }
    if (!value.isDouble() || Double.isFinite(value.doubleValue())) {
      return value;
    }
    if (Double.isNaN(value.doubleValue())) {
      return NullNode.getInstance();
    }
    return DoubleNode.valueOf(Math.copySign(Double.MAX_VALUE, value.doubleValue()));
  }
}
