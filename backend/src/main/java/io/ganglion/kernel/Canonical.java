package io.ganglion.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;

/**
 * JSON as <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a> writes it, and numbers that
 * no double holds exactly as they are: there they would be rounded, or be none, and two values have
 * one text.
 */
final class Canonical {
  private static final String ESCAPES = "btn?fr"; // of U+0008 to U+000D

  private final StringBuilder text = new StringBuilder();

  private Canonical() {}

  static String of(JsonNode node) {
    var canonical = new Canonical();
    canonical.value(node);
    return canonical.text.toString();
  }

  private void value(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> string(node.textValue());
      case NUMBER -> text.append(number(node));
      default -> text.append(node); // true, false and null
    }
  }

  private void object(JsonNode node) {
    var sorted = new TreeMap<String, JsonNode>(); // by UTF-16 code units, as it wants
    node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
    text.append('{');
    var between = "";
    for (var member : sorted.entrySet()) {
      text.append(between);
      string(member.getKey());
      text.append(':');
      value(member.getValue());
      between = ",";
    }
    text.append('}');
  }

  private void array(JsonNode node) {
    text.append('[');
    var between = "";
    for (var element : node) {
      text.append(between);
      value(element);
      between = ",";
    }
    text.append(']');
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c >= '\b' && c <= '\r' && c != 0x0B) {
        text.append('\\').append(ESCAPES.charAt(c - '\b'));
      } else if (c < ' ') {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  private static String number(JsonNode node) {
    if (node.isInt()) {
      return node.asText();
    }
    var exact = node.decimalValue();
    double nearest = exact.doubleValue();
    if (Double.isFinite(nearest)) {
      var rounded = serialized(nearest);
      if (new BigDecimal(rounded).compareTo(exact) == 0) {
        return rounded;
      }
    }
    return exact.stripTrailingZeros().toString();
  }

  private static String serialized(double number) {
    try {
      return NumberToJSON.serializeNumber(number);
    } catch (IOException e) {
      throw new IllegalStateException(e); // for what is not finite
    }
  }
}
