package io.ganglion.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An operation of our OpenAPI document, and a body that it takes. */
record Operation(String method, String path, Optional<String> mediaType, Optional<String> body) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /** All of them. */
  static List<Operation> all(JsonNode document) {
    var all = new ArrayList<Operation>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one -> {
                          if (METHODS.contains(one.getKey())) {
                            all.add(of(document, path.getKey(), one.getKey(), one.getValue()));
                          }
                        }));
    return all;
  }

  private static Operation of(JsonNode document, String path, String method, JsonNode operation) {
    var content = operation.path("requestBody").path("content");
    if (!content.fieldNames().hasNext()) {
      return new Operation(method, path, Optional.empty(), Optional.empty());
    }
    var type = content.has("application/json") ? "application/json" : content.fieldNames().next();
    var schema = content.path(type).path("schema");
    return new Operation(
        method, path, Optional.of(type), Optional.of(Json.write(example(document, schema))));
  }

  /** The least that the schema takes, made of its examples. */
  private static JsonNode example(JsonNode document, JsonNode schema) {
    if (schema.has("$ref")) {
      return example(document, document.at(schema.path("$ref").asText().substring(1)));
    }
    for (var list : List.of("allOf", "anyOf", "oneOf")) {
      if (schema.has(list)) {
        return example(document, schema.path(list).path(0));
      }
    }
    if (schema.path("examples").has(0)) {
      var given = schema.path("examples").path(0);
      return given.isTextual() && schema.path("type").asText().equals("array")
          ? Json.read(given.asText())
          : given;
    }
    if (schema.path("enum").has(0)) {
      return schema.path("enum").path(0);
    }
    return switch (type(schema)) {
      case "object", "" -> object(document, schema);
      case "array" -> Json.object().arrayNode();
      case "integer", "number" -> Json.read("1");
      case "boolean" -> Json.read("true");
      default -> Json.read("\"x\"");
    };
  }

  private static String type(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText();
  }

  private static ObjectNode object(JsonNode document, JsonNode schema) {
    var made = Json.object();
    schema
        .path("required")
        .forEach(
            name ->
                made.set(
                    name.asText(),
                    example(document, schema.path("properties").path(name.asText()))));
    return made;
  }

  @Override
  public String toString() {
    return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
  }
}
