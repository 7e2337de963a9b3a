package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What happened on each platform, from the laboratory's own journal. */
final class JournalText {
  private static final int PER_PLATFORM = 4;
  private static final int LINE_CHARS = 118;

  private JournalText() {}

  /**
   * Entries after {@code seq}, grouped by platform in the order these first acted; at most 8 of
   * each.
   */
  static List<String> linesAfter(long seq, List<JsonNode> journal) {
    var platforms = new LinkedHashMap<String, List<JsonNode>>();
    for (JsonNode entry : journal) {
      if (entry.path("seq").asLong() > seq) {
        platforms
            .computeIfAbsent(entry.path("platform").asText(), p -> new ArrayList<>())
            .add(entry);
      }
    }
    var lines = new ArrayList<String>();
    platforms.forEach((platform, entries) -> platform(lines, platform, entries));
    return lines;
  }

  /** Number of the last entry; 0 when there is none. */
  static long lastSeq(List<JsonNode> journal) {
    return journal.stream().mapToLong(entry -> entry.path("seq").asLong()).max().orElse(0);
  }

  private static void platform(List<String> lines, String platform, List<JsonNode> entries) {
    lines.add(
        "%s  %s".formatted(platform, entries.getFirst().path("account").asText()).stripTrailing());
    for (JsonNode entry : entries.subList(0, Math.min(entries.size(), PER_PLATFORM))) {
      lines.add(shortened(line(entry)));
    }
    if (entries.size() > PER_PLATFORM) {
      lines.add("  and %d more".formatted(entries.size() - PER_PLATFORM));
    }
  }

  private static String line(JsonNode entry) {
    var payload = entry.path("payload");
    return "  %-18s %s  %s"
        .formatted(
            entry.path("kind").asText(),
            entry.path("reference").asText(""),
            payload.isContainerNode() ? payload.toString() : "")
        .stripTrailing();
  }

  private static String shortened(String line) {
    return line.length() <= LINE_CHARS ? line : line.substring(0, LINE_CHARS - 1) + "…";
  }
}
