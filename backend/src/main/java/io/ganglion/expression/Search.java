package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.misc.JsonNodeComparator;

/**
 * Finds texts in texts and values in lists. A plain search may take the product of both lengths, so
 * these look at the clock on their way.
 */
final class Search {
  /** Characters compared between two looks at the clock. */
  private static final int STRIDE = 1 << 20;

  private static final JsonNodeComparator COMPARATOR = JsonNodeComparator.getInstance();

  private Search() {}

  /** Where the needle is found from {@code start} on, or -1. */
  static int indexOf(String text, String needle, int start) {
    int window = Math.max(1, STRIDE / Math.max(1, needle.length()));
    for (int from = start; from <= text.length() - needle.length(); from += window) {
      Meter.current().checkTime();
      // The part in which a match may begin, and what the last of them needs.
      int end = Math.min(text.length(), from + window + needle.length() - 1);
      int at = text.indexOf(needle, from, end);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  /** jq's split: nothing for an empty text, characters for an empty separator. */
  static List<String> split(String text, String separator) {
    if (separator.isEmpty()) {
      return text.codePoints().mapToObj(Character::toString).toList();
    }
    var parts = new ArrayList<String>();
    int start = 0;
    for (int at = indexOf(text, separator, 0); at >= 0; at = indexOf(text, separator, start)) {
      parts.add(text.substring(start, at));
      start = at + separator.length();
    }
    if (!text.isEmpty()) {
      parts.add(text.substring(start));
    }
    return parts;
  }

  /** jq's indices: of a text in a text, of a list or value in a list. */
  static List<Integer> indices(JsonNode in, JsonNode needle) throws JsonQueryException {
    var found = new ArrayList<Integer>();
    if (in.isTextual() && needle.isTextual()) {
      var text = in.textValue();
      var wanted = needle.textValue();
      if (wanted.isEmpty()) {
        return found;
      }
      for (int at = indexOf(text, wanted, 0); at >= 0; at = indexOf(text, wanted, at + 1)) {
        found.add(text.codePointCount(0, at));
        Meter.current().checkTime();
      }
    } else if (in.isArray()) {
      int length = needle.isArray() ? needle.size() : 1;
      for (int i = 0; length > 0 && i + length <= in.size(); i++) {
        if (startsAt(in, i, needle)) {
          found.add(i);
        }
      }
    } else {
      throw new JsonQueryException("%s can't be searched for %s", in, needle);
    }
    return found;
  }

  private static boolean startsAt(JsonNode in, int start, JsonNode needle) {
    if (!needle.isArray()) {
      return equal(in.get(start), needle);
    }
    for (int i = 0; i < needle.size(); i++) {
      if (!equal(in.get(start + i), needle.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean equal(JsonNode a, JsonNode b) {
    Meter.current().checkTime();
    return COMPARATOR.compare(a, b) == 0;
  }

  /** jq's contains: texts within texts, each item in some item, each member in its namesake. */
  static boolean contains(JsonNode in, JsonNode part) {
    if (in.isTextual() && part.isTextual()) {
      return indexOf(in.textValue(), part.textValue(), 0) >= 0;
    }
    if (in.isArray() && part.isArray()) {
      for (var wanted : part) {
        if (in.valueStream().noneMatch(item -> contains(item, wanted))) {
          return false;
        }
      }
      return true;
    }
    if (in.isObject() && part.isObject()) {
      for (var member : part.properties()) {
        var value = in.get(member.getKey());
        if (value == null || !contains(value, member.getValue())) {
          return false;
        }
      }
      return true;
    }
    return equal(in, part);
  }
}
