package io.ganglion.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the document says of what is called alike everywhere: {@code api-words.properties}. */
final class ApiWords {
  private static final String FILE = "/api-words.properties";
  private static final Properties WORDS = load();

  private ApiWords() {}

  /** A description and, where there is one, an example in JSON. */
  private record Words(String description, Optional<JsonNode> example) {
    static Optional<Words> of(String... keys) {
      for (var key : keys) {
        var found = WORDS.getProperty(key);
        if (found != null) {
          var parts = found.split(" \\| ", 2);
          return Optional.of(
              new Words(
                  parts[0].strip(),
                  parts.length == 1 ? Optional.empty() : Optional.of(Json.read(parts[1].strip()))));
        }
      }
      return Optional.empty();
    }
  }

  static @Nullable String ofTag(String name) {
    return Words.of("tag." + name).map(Words::description).orElse(null);
  }

  /** Describes a schema, where it doesn't describe itself, and its members. */
  static void describe(String name, Schema schema) {
    if (schema.getDescription() == null) {
      Words.of(
              "schema." + (name.startsWith("Listing") ? "Listing" : name),
              name.endsWith("Id") ? "schema.id" : "")
          .ifPresent(
              words -> {
                schema.setDescription(words.description);
                words.example.ifPresent(example -> schema.setExamples(List.of(plain(example))));
              });
    }
    if (schema.getProperties() == null) {
      return;
    }
    var home = name.startsWith("Listing") ? "Listing" : name;
    schema
        .getProperties()
        .forEach(
            (field, property) ->
                Words.of("field.%s.%s".formatted(home, field), "field." + field)
                    .ifPresent(words -> describe(property, words)));
  }

  private static void describe(Schema property, Words words) {
    if (property.getDescription() == null) {
      property.setDescription(words.description);
    }
    boolean plain = property.getRef() == null && property.getEnumeration() == null;
    if (plain && property.getExamples() == null && words.example.isPresent()) {
      var example = words.example.get();
      if (fits(property, example)) {
        property.setExamples(List.of(plain(example)));
      }
    }
  }

  /** Two fields of one name may be of two types. */
  private static boolean fits(Schema property, JsonNode example) {
    var types = Optional.ofNullable(property.getType()).orElse(List.of());
    if (property.getFormat() != null && example.isTextual()) {
      return false;
    }
    return switch (example.getNodeType()) {
      case STRING -> types.contains(SchemaType.STRING);
      case NUMBER -> types.contains(SchemaType.INTEGER) || types.contains(SchemaType.NUMBER);
      case BOOLEAN -> types.contains(SchemaType.BOOLEAN);
      case ARRAY ->
          types.contains(SchemaType.ARRAY)
              && property.getItems() != null
              && (example.isEmpty()
                  || property.getItems().getRef() == null
                  || !example.get(0).isTextual());
      default -> false;
    };
  }

  private static Object plain(JsonNode example) {
    return Json.mapper().convertValue(example, Object.class);
  }

  /** Describes a body that is no record; empty where it needs no words. */
  static Optional<MediaType> ofBody(String operation, String type) {
    return Words.of("body." + operation + "." + type)
        .map(
            words -> {
              var schema = OASFactory.createSchema().description(words.description);
              var example = words.example.orElseThrow();
              switch (example.getNodeType()) {
                case STRING -> schema.addType(SchemaType.STRING);
                case ARRAY -> schema.addType(SchemaType.ARRAY).items(OASFactory.createSchema());
                default -> schema.addType(SchemaType.OBJECT);
              }
              return OASFactory.createMediaType().schema(schema).example(plain(example));
            });
  }

  /** Describes an operation's parameter, where it doesn't describe itself. */
  static void describe(String operation, Parameter parameter) {
    var key = "parameter." + parameter.getName();
    Words.of(key + "." + operation, key)
        .ifPresent(
            words -> {
              if (parameter.getDescription() == null) {
                parameter.setDescription(words.description);
              }
              if (parameter.getExample() == null && parameter.getExamples() == null) {
                words
                    .example
                    .filter(example -> fits(parameter.getSchema(), example))
                    .ifPresent(example -> parameter.setExample(plain(example)));
              }
            });
    if (parameter.getName().equals("limit")) {
      parameter.setSchema(
          OASFactory.createSchema()
              .addType(SchemaType.INTEGER)
              .minimum(java.math.BigDecimal.ONE)
              .maximum(java.math.BigDecimal.valueOf(io.ganglion.kernel.Page.MAX_LIMIT))
              .defaultValue(io.ganglion.kernel.Page.DEFAULT_LIMIT));
    }
  }

  private static Properties load() {
    var words = new Properties();
    try (var in = Objects.requireNonNull(ApiWords.class.getResourceAsStream(FILE), FILE)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
