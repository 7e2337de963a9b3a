package io.ganglion.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What JSON allows and we can't keep: NUL and lone surrogates (no Postgres text can hold them) and
 * numbers beyond any use.
 */
final class WireText {
  /** Digits before or after the point; more would fill memory when written out. */
  private static final int MAX_EXPONENT = 400;

  private static final int MAX_ERRORS = 20;

  private WireText() {}

  /** Everything wrong with the document's texts and numbers; at most 20. */
  static List<Violation> check(JsonNode root) {
    var errors = new ArrayList<Violation>();
    check(root, "", errors);
    return errors;
  }

  private static void check(JsonNode node, String pointer, List<Violation> errors) {
    if (errors.size() >= MAX_ERRORS) {
      return;
    }
    switch (node.getNodeType()) {
      case OBJECT ->
          node.properties()
              .forEach(
                  member -> {
                    var at = pointer + "/" + Pointers.escape(member.getKey());
                    text(member.getKey(), pointer, errors);
                    check(member.getValue(), at, errors);
                  });
      case ARRAY -> {
        for (int i = 0; i < node.size(); i++) {
          check(node.get(i), pointer + "/" + i, errors);
        }
      }
      case STRING -> text(node.textValue(), pointer, errors);
      case NUMBER -> {
        var exact = node.decimalValue();
        if (Math.abs((long) exact.precision() - exact.scale()) > MAX_EXPONENT
            || exact.scale() > MAX_EXPONENT) {
          errors.add(new Violation(pointer, "send a number of at most 400 digits"));
        }
      }
      case BINARY, BOOLEAN, MISSING, NULL, POJO -> {}
    }
  }

  private static void text(String text, String pointer, List<Violation> errors) {
    var wrong = wrong(text);
    if (!wrong.isEmpty()) {
      errors.add(new Violation(pointer, wrong));
    }
  }

  /** What is wrong with a text; empty when it can be kept. */
  static String wrong(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "send no NUL characters";
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return "send well-formed Unicode: a surrogate stands alone";
      }
    }
    return "";
  }
}
