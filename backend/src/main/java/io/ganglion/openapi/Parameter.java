package io.ganglion.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Query;
import io.ganglion.kernel.Json;
import java.util.stream.Collectors;

/** A parameter as an operation declares it. */
record Parameter(JsonNode json) {
  String name() {
    return json.path("name").asText();
  }

  /**
   * {@code path}, {@code query}, {@code header}, {@code cookie}; in version 2 also {@code body},
   * {@code formData}.
   */
  String in() {
    return json.path("in").asText();
  }

  boolean required() {
    return json.path("required").asBoolean() || in().equals("path");
  }

  /** Whether a list is sent as one pair an item. */
  boolean exploded() {
    return json.has("collectionFormat") || json.has("type")
        ? json.path("collectionFormat").asText().equals("multi")
        : json.path("explode").asBoolean(json.path("style").asText("form").equals("form"));
  }

  /** Whether an object's members are sent as {@code name[member]}. */
  boolean deep() {
    return json.path("style").asText().equals("deepObject");
  }

  /** As one text: a list by its commas, an object as JSON. */
  static String text(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(Parameter::text).collect(Collectors.joining(","));
    }
    return value.isContainerNode() ? Json.write(value) : value.asText();
  }

  /** As a part of a path. */
  static String segment(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(Parameter::segment).collect(Collectors.joining(","))
        : Query.encode(text(value));
  }
}
