package io.ganglion.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Says in plain words what the validator found. */
final class Wording {
  private static final int MAX_LISTED = 20;
  private static final int MAX_TEXT = 200;

  private Wording() {}

  static Mismatch mismatch(Error error) {
    return new Mismatch(
        pointer(error), error.getKeyword(), detail(error), path(error.getEvaluationPath()));
  }

  private static List<String> path(NodePath path) {
    return IntStream.range(0, path.getNameCount()).mapToObj(path::getName).toList();
  }

  /** Of the value itself; of an unknown member rather than of what it is in. */
  private static String pointer(Error error) {
    var pointer = JsonPointer.compile(error.getInstanceLocation().toString());
    return unknownMember(error)
        ? pointer.appendProperty(error.getProperty()).toString()
        : pointer.toString();
  }

  private static boolean unknownMember(Error error) {
    return error.getProperty() != null
        && (error.getKeyword().equals("additionalProperties")
            || error.getKeyword().equals("unevaluatedProperties"));
  }

  private static String detail(Error error) {
    var rule = error.getSchemaNode();
    if (rule == null) {
      return error.getMessage();
    }
    var written = shortened(rule.isTextual() ? rule.textValue() : rule.toString());
    return switch (error.getKeyword()) {
      case "required" -> "'%s' is missing".formatted(error.getProperty());
      case "additionalProperties", "unevaluatedProperties" ->
          unknownMember(error)
              ? "unknown property '%s'".formatted(error.getProperty())
              : error.getMessage();
      case "type" -> "must be %s%s".formatted(types(rule), found(error.getInstanceNode()));
      case "enum" -> "must be one of " + listed(rule);
      case "const" -> "must be " + written;
      case "minimum" -> "must be at least " + written;
      case "maximum" -> "must be at most " + written;
      case "minLength" -> "must have at least %s characters".formatted(written);
      case "maxLength" -> "must have at most %s characters".formatted(written);
      case "minItems" -> "must have at least %s items".formatted(written);
      case "maxItems" -> "must have at most %s items".formatted(written);
      case "pattern" -> "must match the pattern " + written;
      case "format" -> "is not a valid " + written;
      case "false" -> "nothing is allowed here";
      case "oneOf" -> "must fit exactly one of its schema's alternatives";
      default -> error.getMessage();
    };
  }

  private static String types(JsonNode rule) {
    return rule.isArray()
        ? StreamSupport.stream(rule.spliterator(), false)
            .map(type -> type(type.asText()))
            .collect(Collectors.joining(" or "))
        : type(rule.asText());
  }

  private static String found(JsonNode instance) {
    return instance == null
        ? ""
        : ", not " + type(instance.getNodeType().name().toLowerCase(Locale.ROOT));
  }

  private static String type(String type) {
    return switch (type) {
      case "array", "integer", "object" -> "an " + type;
      case "null" -> "null";
      default -> "a " + type;
    };
  }

  private static String listed(JsonNode rule) {
    var listed =
        StreamSupport.stream(rule.spliterator(), false)
            .limit(MAX_LISTED)
            .map(value -> value.isTextual() ? value.textValue() : value.toString())
            .collect(Collectors.joining(", "));
    return shortened(rule.size() > MAX_LISTED ? listed + ", …" : listed);
  }

  private static String shortened(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
  }
}
