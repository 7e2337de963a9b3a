package io.ganglion.workflow;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A document as JSON, and where its values stand.
 *
 * @param lines 1-based line by JSON pointer
 */
record Located(JsonNode root, Map<String, Integer> lines) {

  /** The line of a value, or of the nearest one around it. */
  int line(String pointer) {
    var at = pointer;
    while (!at.isEmpty()) {
      var line = lines.get(at);
      if (line != null) {
        return line;
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault("", 1);
  }

  /** The pointer of a member or item. */
  static String below(String pointer, String name) {
    return pointer + '/' + escaped(name);
  }

  private static String escaped(String name) {
    return JsonPointer.empty().appendProperty(name).toString().substring(1);
  }
}
