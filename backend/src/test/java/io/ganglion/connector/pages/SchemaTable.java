package io.ganglion.connector.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The members of a JSON Schema as rows of a table, those of objects and lists below each other. */
final class SchemaTable {
  private static final int DEPTH = 5;

  private final List<String> rows = new ArrayList<>();

  private SchemaTable() {}

  /** Empty for an object without members. */
  static List<String> of(JsonNode schema) {
    var table = new SchemaTable();
    table.members("", schema, DEPTH);
    return table.rows.isEmpty()
        ? List.of()
        : StreamSupport.stream(
                List.of(List.of("| field | | what |", "|---|---|---|"), table.rows).spliterator(),
                false)
            .flatMap(List::stream)
            .toList();
  }

  private void members(String path, JsonNode schema, int left) {
    var required = new ArrayList<String>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            member ->
                row(
                    path + member.getKey(),
                    member.getValue(),
                    required.contains(member.getKey()),
                    left));
  }

  private void row(String name, JsonNode schema, boolean required, int left) {
    rows.add(
        "| `%s`%s | %s | %s |"
            .formatted(
                name, required ? " *" : "", Page.cell(kind(schema)), Page.cell(what(schema))));
    if (left == 0) {
      return;
    }
    if (schema.has("items")) {
      members(name + "[].", schema.path("items"), left - 1);
    } else {
      members(name + ".", schema, left - 1);
    }
  }

  private static String kind(JsonNode schema) {
    if (schema.has("const")) {
      return "always `%s`".formatted(schema.path("const").asText());
    }
    if (schema.has("enum")) {
      return words(schema.path("enum"));
    }
    for (var way : List.of("oneOf", "anyOf")) {
      if (schema.has(way)) {
        return StreamSupport.stream(schema.path(way).spliterator(), false)
            .map(SchemaTable::kind)
            .distinct()
            .collect(Collectors.joining(" or "));
      }
    }
    var type = schema.path("type");
    var said =
        type.isArray()
            ? StreamSupport.stream(type.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" or "))
            : type.asText("anything");
    return said.equals("array")
        ? "list of " + kind(schema.path("items"))
        : said.equals("string") ? "text" : said;
  }

  private static String what(JsonNode schema) {
    var parts = new ArrayList<String>();
    if (schema.has("description")) {
      parts.add(schema.path("description").asText());
    }
    if (schema.path("writeOnly").asBoolean(false)) {
      parts.add("secret");
    }
    range(schema, "minimum", "maximum", "", parts);
    range(schema, "minLength", "maxLength", " characters", parts);
    range(schema, "minItems", "maxItems", " entries", parts);
    if (schema.has("pattern")) {
      parts.add("matches `%s`".formatted(schema.path("pattern").asText()));
    }
    if (schema.has("default")) {
      parts.add("`%s` if left out".formatted(schema.path("default").asText()));
    }
    return String.join("; ", parts);
  }

  private static void range(
      JsonNode schema, String least, String most, String unit, List<String> parts) {
    if (schema.has(least) && schema.has(most)) {
      parts.add(
          "%s to %s%s".formatted(schema.path(least).asText(), schema.path(most).asText(), unit));
    } else if (schema.has(most)) {
      parts.add("at most %s%s".formatted(schema.path(most).asText(), unit));
    } else if (schema.has(least) && !unit.equals(" characters")) {
      parts.add("at least %s%s".formatted(schema.path(least).asText(), unit));
    }
  }

  private static String words(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(value -> "`%s`".formatted(value.asText()))
        .collect(Collectors.joining(", "));
  }
}
