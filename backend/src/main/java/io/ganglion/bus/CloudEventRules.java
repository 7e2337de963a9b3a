package io.ganglion.bus;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Problem.Violation;
import io.ganglion.kernel.Rfc3339;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What CloudEvents 1.0 asks of an event, and our own bounds. */
final class CloudEventRules {
  /** UTF-16 units of one attribute's text. */
  static final int MAX_ATTRIBUTE = 1024;

  /** Attributes of one event, the standard ones included. */
  static final int MAX_ATTRIBUTES = 64;

  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,64}");
  private static final Set<String> DATA = Set.of("data", "data_base64");
  private static final List<String> REQUIRED = List.of("id", "source", "type");

  private CloudEventRules() {}

  static List<Violation> check(JsonNode sent, String pointer) {
    var errors = new ArrayList<Violation>();
    if (!sent.isObject()) {
      errors.add(new Violation(pointer, "send a CloudEvent: a JSON object"));
      return errors;
    }
    if (!"1.0".equals(sent.path("specversion").textValue())) {
      errors.add(new Violation(pointer + "/specversion", "send \"1.0\""));
    }
    for (var name : REQUIRED) {
      if (!sent.hasNonNull(name)) {
        errors.add(new Violation(pointer + "/" + name, "send the attribute '%s'".formatted(name)));
      }
    }
    if (sent.size() > MAX_ATTRIBUTES) {
      errors.add(new Violation(pointer, "send at most %d attributes".formatted(MAX_ATTRIBUTES)));
    }
    sent.properties().stream()
        .filter(member -> !DATA.contains(member.getKey()) && !member.getValue().isNull())
        .limit(MAX_ATTRIBUTES)
        .forEach(
            member -> {
              var wrong = attribute(member.getKey(), member.getValue());
              if (!wrong.isEmpty()) {
                errors.add(new Violation(pointer + "/" + escaped(member.getKey()), wrong));
              }
            });
    checkData(sent, pointer, errors);
    return errors;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** What is wrong with an attribute; empty for nothing. */
  private static String attribute(String name, JsonNode value) {
    if (!NAME.matcher(name).matches()) {
      return "an attribute's name has 1 to 64 lower-case letters and digits";
    }
    return switch (name) {
      case "specversion" -> "";
      case "id", "type", "subject", "datacontenttype" -> text(value);
      case "source" -> first(text(value), () -> uri(value, false));
      case "dataschema" -> first(text(value), () -> uri(value, true));
      case "time" -> first(text(value), () -> time(value));
      default ->
          value.isBoolean() || (value.isIntegralNumber() && value.canConvertToInt())
              ? ""
              : text(value).isEmpty() ? "" : "send a text, an integer of 32 bits, true or false";
    };
  }

  private static String first(String wrong, Supplier<String> further) {
    return wrong.isEmpty() ? further.get() : wrong;
  }

  private static String text(JsonNode value) {
    if (!value.isTextual() || value.textValue().isEmpty()) {
      return "send a text that is not empty";
    }
    var text = value.textValue();
    if (text.length() > MAX_ATTRIBUTE) {
      return "send at most %d characters".formatted(MAX_ATTRIBUTE);
    }
    return text.codePoints().anyMatch(CloudEventRules::forbidden)
        ? "send no control characters and no half surrogates"
        : "";
  }

  private static boolean forbidden(int character) {
    return Character.isISOControl(character)
        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
        || (character & 0xFFFE) == 0xFFFE
        || (character >= 0xFDD0 && character <= 0xFDEF);
  }

  private static String uri(JsonNode value, boolean absolute) {
    try {
      boolean isAbsolute = new URI(value.textValue()).isAbsolute();
      return absolute && !isAbsolute ? "send an absolute URI" : "";
    } catch (URISyntaxException e) {
      return "send a URI";
    }
  }

  private static String time(JsonNode value) {
    try {
      var unused = Rfc3339.readOffset(value.textValue());
      return "";
    } catch (DateTimeException e) {
      return "send a time of RFC 3339, e.g. 2026-11-22T10:00:00Z";
    }
  }

  private static void checkData(JsonNode sent, String pointer, List<Violation> errors) {
    if (sent.has("data") && sent.has("data_base64")) {
      errors.add(new Violation(pointer + "/data_base64", "send data or data_base64, not both"));
    }
    if (sent.hasNonNull("data_base64") && !base64(sent.get("data_base64"))) {
      errors.add(new Violation(pointer + "/data_base64", "send text in base64 (RFC 4648)"));
    }
  }

  private static boolean base64(JsonNode value) {
    if (!value.isTextual()) {
      return false;
    }
    try {
      Base64.getDecoder().decode(value.textValue());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
