package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Turns OpenAPI's schemas into JSON Schemas that stand alone: references are put in place, what 3.0
 * says in its own words is said in the standard's. Where a schema comes back to itself, or is
 * nested deeper than {@value #MAX_DEPTH}, anything is taken: the API checks the rest. Used for one
 * operation.
 */
final class SchemaReading {
  static final int MAX_DEPTH = 12;

  /** Schemas of one operation, each reference counted with all it stands for. */
  static final int MAX_SCHEMAS = 2_000;

  private static final int MAX_DESCRIPTION = 300;
  private static final Set<String> KEPT =
      Set.of(
          "type",
          "format",
          "enum",
          "const",
          "default",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "required");
  private static final Set<String> ONE =
      Set.of(
          "items",
          "additionalProperties",
          "not",
          "if",
          "then",
          "else",
          "contains",
          "propertyNames");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> NAMED = Set.of("properties", "patternProperties");

  private final ApiDocument document;
  private final String hidden;
  private final Deque<JsonNode> above = new ArrayDeque<>();
  private int schemas;

  private SchemaReading(ApiDocument document, String hidden) {
    this.document = document;
    this.hidden = hidden;
  }

  /** For what is sent: members that only answers have are left out. */
  static SchemaReading sent(ApiDocument document) {
    return new SchemaReading(document, "readOnly");
  }

  /** For what is answered. */
  static SchemaReading answered(ApiDocument document) {
    return new SchemaReading(document, "writeOnly");
  }

  /**
   * @throws NotServed if it refers to another document, or is too large
   */
  JsonNode read(JsonNode written) throws NotServed {
    if (++schemas > MAX_SCHEMAS) {
      throw new NotServed("its schemas are larger than %d parts".formatted(MAX_SCHEMAS));
    }
    if (written.isBoolean()) {
      return written;
    }
    var schema = document.resolved(written);
    if (!schema.isObject() || above.size() >= MAX_DEPTH || comesBack(schema)) {
      return Json.object();
    }
    above.push(schema);
    try {
      return standard(schema, members(schema));
    } finally {
      above.pop();
    }
  }

  /** The very same one: one that only looks the same ends somewhere. */
  @SuppressWarnings("ReferenceEquality")
  private boolean comesBack(JsonNode schema) {
    return above.stream().anyMatch(one -> one == schema);
  }

  private ObjectNode members(JsonNode schema) throws NotServed {
    var read = Json.object();
    for (var entry : schema.properties()) {
      var name = entry.getKey();
      var value = entry.getValue();
      if (KEPT.contains(name)) {
        read.set(name, value);
      } else if (ONE.contains(name)) {
        read.set(name, read(value));
      } else if (LISTS.contains(name) && value.isArray()) {
        var list = read.putArray(name);
        for (var one : value) {
          list.add(read(one));
        }
      } else if (NAMED.contains(name)) {
        var named = read.putObject(name);
        for (var one : value.properties()) {
          if (!document.resolved(one.getValue()).path(hidden).asBoolean(false)) {
            named.set(one.getKey(), read(one.getValue()));
          }
        }
      } else if (name.equals("description") || name.equals("title")) {
        read.put(name, OneLine.cut(value.asText(), MAX_DESCRIPTION));
      }
    }
    return read;
  }

  private JsonNode standard(JsonNode written, ObjectNode read) {
    bound(read, "exclusiveMinimum", "minimum");
    bound(read, "exclusiveMaximum", "maximum");
    if (read.path("required") instanceof ArrayNode required && read.has("properties")) {
      required.removeIf(name -> leftOut(written, read, name.asText()));
    } else if (read.has("required") && !read.path("required").isArray()) {
      read.remove("required"); // version 2's flag of a parameter
    }
    return written.path("nullable").asBoolean(false) ? nullable(read) : read;
  }

  private static boolean leftOut(JsonNode written, JsonNode read, String name) {
    return written.path("properties").has(name) && !read.path("properties").has(name);
  }

  /** 3.0 says by a flag that a bound is not itself allowed. */
  private static void bound(ObjectNode schema, String exclusive, String inclusive) {
    if (schema.path(exclusive).isBoolean()) {
      boolean strict = schema.remove(exclusive).booleanValue();
      if (strict && schema.has(inclusive)) {
        schema.set(exclusive, schema.remove(inclusive));
      }
    }
  }

  private static JsonNode nullable(ObjectNode schema) {
    var either = Json.object();
    var any = either.putArray("anyOf");
    any.add(schema);
    any.addObject().put("type", "null");
    return either;
  }
}
