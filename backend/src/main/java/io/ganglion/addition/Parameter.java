package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;

/**
 * A parameter of an HTTP request.
 *
 * @param argument the action's argument it is filled from
 * @param name as the request has it
 * @param place {@code path}, {@code query} or {@code header}
 * @param form how a list or an object is written
 */
record Parameter(String argument, String name, String place, Form form) {
  /** Forms of OpenAPI's styles. */
  enum Form {
    /** A list by its commas, an object as JSON. */
    PLAIN,
    /** A pair an item or a member. */
    EXPLODED,
    /** An object as {@code name[member]}. */
    DEEP
  }

  boolean isHeader(String header) {
    return place.equals("header") && name.equalsIgnoreCase(header);
  }

  static Parameter of(JsonNode json) {
    return new Parameter(
        json.path("argument").asText(),
        json.path("name").asText(),
        json.path("place").asText(),
        Form.valueOf(json.path("form").asText()));
  }

  JsonNode toJson() {
    return Json.object()
        .put("argument", argument)
        .put("name", name)
        .put("place", place)
        .put("form", form.name());
  }
}
