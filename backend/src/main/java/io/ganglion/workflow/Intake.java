package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What both readers, of JSON and of YAML, share: limits, line numbers and what no document may
 * hold.
 */
final class Intake {
  /** UTF-16 units of a document's text. */
  static final int MAX_CHARS = 1 << 20;

  static final int MAX_DEPTH = 100;

  /** Values of a document, each alias counted with everything it stands for. */
  static final int MAX_VALUES = 100_000;

  static final int MAX_DIGITS = 400;

  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();
  private int values;

  /** Notes one value. */
  void arrived(String pointer, int line, int depth) {
    lines.put(pointer, line);
    arrived(1, pointer, line);
    if (depth > MAX_DEPTH) {
      throw refused(pointer, line, "nested deeper than %d; make it flatter".formatted(MAX_DEPTH));
    }
  }

  /** Notes what an alias stands for. */
  void arrived(int more, String pointer, int line) {
    values += more;
    if (values > MAX_VALUES) {
      throw refused(
          pointer,
          line,
          "the document has more than %d values, aliases counted with what they stand for; split it"
              .formatted(MAX_VALUES));
    }
  }

  /** Moves a value's line to its name's, where people look for it. */
  void stands(String pointer, int line) {
    lines.put(pointer, line);
  }

  int values() {
    return values;
  }

  /** Notes the name of a member, before its value. */
  void member(ObjectNode object, String name, String pointer, int line) {
    text(name, pointer, line);
    if (object.has(name)) {
      wrong(
          pointer,
          line,
          "'%s' is here twice (first on line %d); remove one of them"
              .formatted(name, lines.getOrDefault(pointer, line)));
    }
  }

  JsonNode text(String text, String pointer, int line) {
    if (text.indexOf('\0') >= 0) {
      wrong(pointer, line, "the text holds a NUL character, which can't be stored; remove it");
    }
    if (loneSurrogate(text)) {
      wrong(pointer, line, "the text holds half a surrogate pair; write the whole character");
    }
    return TextNode.valueOf(text);
  }

  /** A number exactly as it is written, or null with a violation when it is absurdly long. */
  JsonNode number(String written, String pointer, int line) {
    try {
      if (written.length() <= MAX_DIGITS) {
        var exact = new BigDecimal(written);
        if (Math.abs((long) exact.scale()) <= MAX_DIGITS) {
          boolean whole = written.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
          return whole ? integer(exact.toBigIntegerExact()) : DecimalNode.valueOf(exact);
        }
      }
    } catch (NumberFormatException e) { // an exponent beyond any BigDecimal
      wrong(pointer, line, "the number '%s' can't be read; write it as text".formatted(written));
      return NullNode.getInstance();
    }
    wrong(pointer, line, "a number may have %d digits; write it as text".formatted(MAX_DIGITS));
    return NullNode.getInstance();
  }

  static JsonNode integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValue())
        : BigIntegerNode.valueOf(value);
  }

  void wrong(String pointer, int line, String detail) {
    violations.add(new Violation(pointer, detail, line));
    if (violations.size() == Findings.MAX) {
      throw WorkflowProblem.invalid(violations);
    }
  }

  /** What was read before comes with it, so that nobody has to send a document twice for it. */
  WorkflowProblem refused(String pointer, int line, String detail) {
    violations.add(new Violation(pointer, detail, line));
    return WorkflowProblem.invalid(violations);
  }

  Located done(JsonNode root) {
    if (!violations.isEmpty()) {
      throw WorkflowProblem.invalid(violations);
    }
    return new Located(root, Map.copyOf(lines));
  }

  private static boolean loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
