package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.misc.OnigUtils;
import org.joni.Matcher;
import org.joni.Option;
import org.joni.exception.JOniException;
import org.jspecify.annotations.Nullable;

/** A regular expression in Oniguruma's syntax whose matching ends with the evaluation's time. */
final class Regex {
  private static final int MAX_PATTERN = 1_000;

  /** Longer texts are refused: the matcher's stack grows with them. */
  private static final int MAX_TEXT = 1 << 16;

  private static final int MAX_MATCHES = 10_000;

  private final OnigUtils.Pattern pattern;

  private Regex(OnigUtils.Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @param text null and the empty text for a group that took no part
   * @param offset in code points, -1 when it took no part
   */
  record Group(@Nullable String name, @Nullable String text, int offset, int length) {}

  /**
   * @param start first UTF-16 unit of the text, {@code end} behind the last
   */
  record Match(Group whole, List<Group> captures, int start, int end) {}

  static Regex compile(JsonNode pattern, JsonNode flags) throws JsonQueryException {
    if (!pattern.isTextual() || !(flags.isTextual() || flags.isNull())) {
      throw new JsonQueryException("A regular expression and its flags must be strings");
    }
    if (pattern.textValue().length() > MAX_PATTERN) {
      throw Meter.current().passed("a pattern of more than %d characters".formatted(MAX_PATTERN));
    }
    try {
      return new Regex(new OnigUtils.Pattern(pattern.textValue(), flags.textValue()));
    } catch (JOniException e) {
      throw new JsonQueryException("not a regular expression: " + e.getMessage());
    }
  }

  boolean found(JsonNode in) {
    var bytes = bytes(in);
    return search(matcher(bytes), 0, bytes.length);
  }

  /** The first match, or all with the flag {@code g}. */
  List<Match> all(JsonNode in) {
    var bytes = bytes(in);
    var matcher = matcher(bytes);
    var places = new Places(in.textValue(), bytes);
    var matches = new ArrayList<Match>();
    int from = 0;
    while (from <= bytes.length && search(matcher, from, bytes.length)) {
      matches.add(match(matcher, places));
      if (!pattern.global) {
        break;
      }
      if (matches.size() > MAX_MATCHES) {
        throw Meter.current().passed("more than %d matches".formatted(MAX_MATCHES));
      }
      // After an empty match the next one begins a character further.
      int end = matcher.getEnd();
      from = end > matcher.getBegin() ? end : places.after(end);
    }
    return matches;
  }

  private Match match(Matcher matcher, Places places) {
    var captures = new ArrayList<Group>();
    var region = matcher.getRegion();
    for (int i = 1; region != null && i < region.getNumRegs(); i++) {
      captures.add(places.group(pattern.names[i], region.getBeg(i), region.getEnd(i)));
    }
    return new Match(
        places.group(null, matcher.getBegin(), matcher.getEnd()),
        captures,
        places.unit(matcher.getBegin()),
        places.unit(matcher.getEnd()));
  }

  private Matcher matcher(byte[] bytes) {
    return pattern.regex.matcher(bytes, 0, bytes.length, Meter.current().remaining());
  }

  private static boolean search(Matcher matcher, int from, int end) {
    var meter = Meter.current();
    meter.step();
    try {
      matcher.setTimeout(meter.remaining());
      return matcher.searchInterruptible(from, end, Option.NONE) >= 0;
    } catch (InterruptedException e) { // by its own timeout too
      if (meter.remaining() > 0) {
        Thread.currentThread().interrupt();
      }
      throw meter.passed("a regular expression takes too long");
    }
  }

  private static byte[] bytes(JsonNode in) {
    if (in.textValue().length() > MAX_TEXT) {
      throw Meter.current()
          .passed("a regular expression on more than %d characters".formatted(MAX_TEXT));
    }
    return in.textValue().getBytes(StandardCharsets.UTF_8);
  }

  /** Places in a text, by its bytes in UTF-8. */
  private static final class Places {
    private final String text;
    private final int[] units;
    private final int[] points;

    private Places(String text, byte[] bytes) {
      this.text = text;
      this.units = new int[bytes.length + 1];
      this.points = new int[bytes.length + 1];
      int at = 0;
      int point = 0;
      for (int unit = 0; unit < text.length(); point++) {
        int code = text.codePointAt(unit);
        int length = length(code);
        for (int i = 0; i < length; i++) {
          units[at] = unit;
          points[at++] = point;
        }
        unit += Character.charCount(code);
      }
      units[at] = text.length();
      points[at] = point;
    }

    /** Bytes of a character; Java writes half a surrogate pair as one question mark. */
    private static int length(int code) {
      if (code < 0x80 || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
        return 1;
      }
      return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }

    private int unit(int at) {
      return units[at];
    }

    private int after(int at) {
      int next = at + 1;
      while (next < units.length - 1 && units[next] == units[at]) {
        next++;
      }
      return next;
    }

    private Group group(@Nullable String name, int start, int end) {
      return start < 0
          ? new Group(name, null, -1, 0)
          : new Group(
              name,
              text.substring(units[start], units[end]),
              points[start],
              points[end] - points[start]);
    }
  }
}
