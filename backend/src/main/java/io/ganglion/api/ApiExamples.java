package io.ganglion.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Gives each JSON body an example, put together from those of its members. */
final class ApiExamples {
  private static final int DEEPEST = 8; // of what may contain itself

  /** From here on what may be null is null, so that nothing is cut off in its middle. */
  private static final int NEAR_THE_END = 4;

  private static final Map<String, String> FORMATS =
      Map.of(
          "date-time", "2026-11-29T10:00:00.000Z",
          "date", "2026-11-29",
          "duration", "PT24H",
          "uri", "https://example.com/",
          "uuid", "6f1e0e3c-0c1c-4a52-9d0a-0a8f5cf1c111");

  private final Map<String, Schema> schemas;

  ApiExamples(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  void addTo(Operation operation) {
    Stream.concat(
            Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent()),
            operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().getContent()))
        .forEach(this::addTo);
  }

  private void addTo(@Nullable Content content) {
    if (content == null) {
      return;
    }
    content
        .getMediaTypes()
        .forEach(
            (type, media) -> {
              boolean json = type.endsWith("json") || type.endsWith("jsonl");
              if (json && media.getExample() == null && media.getSchema() != null) {
                media.setExample(of(media.getSchema(), DEEPEST));
              }
            });
  }

  private @Nullable Object of(Schema schema, int deeper) {
    if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
      return schema.getExamples().getFirst();
    }
    if (schema.getRef() != null) {
      return Optional.ofNullable(schemas.get(schema.getRef().substring(ApiSchemas.HOME.length())))
          .map(target -> of(target, deeper - 1))
          .orElse(null);
    }
    if (schema.getDefaultValue() != null) {
      return schema.getDefaultValue();
    }
    if (schema.getEnumeration() != null) {
      return schema.getEnumeration().getFirst();
    }
    for (var choices : List.of(some(schema.getAnyOf()), some(schema.getOneOf()))) {
      if (!choices.isEmpty()) {
        return deeper < NEAR_THE_END && choices.stream().anyMatch(ApiExamples::isNull)
            ? null
            : of(choices.getFirst(), deeper - 1);
      }
    }
    return plain(schema, deeper);
  }

  private static boolean isNull(Schema schema) {
    return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL);
  }

  private static List<Schema> some(@Nullable List<Schema> choices) {
    return choices == null ? List.of() : choices;
  }

  private @Nullable Object plain(Schema schema, int deeper) {
    if (schema.getType() == null || schema.getType().isEmpty() || deeper < 0) {
      return new LinkedHashMap<>();
    }
    return switch (schema.getType().getFirst()) {
      case OBJECT -> object(schema, deeper);
      case ARRAY -> {
        var items = new ArrayList<@Nullable Object>();
        if (schema.getItems() != null) {
          items.add(of(schema.getItems(), deeper - 1));
        }
        yield items;
      }
      case STRING -> FORMATS.getOrDefault(String.valueOf(schema.getFormat()), "text");
      case INTEGER, NUMBER ->
          Optional.ofNullable(schema.getMinimum()).map(Object.class::cast).orElse(1);
      case BOOLEAN -> false;
      case NULL -> null;
    };
  }

  private Map<String, @Nullable Object> object(Schema schema, int deeper) {
    var made = new LinkedHashMap<String, @Nullable Object>();
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((name, member) -> made.put(name, of(member, deeper - 1)));
    }
    return made;
  }
}
