package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run's receipt for people. What the receipt does not say is left out. */
final class ReceiptText {
  private static final int MAX_HOLDS = 12;

  private ReceiptText() {}

  static List<String> lines(JsonNode receipt) {
    var lines = new ArrayList<String>();
    lines.add(
        "state      %s, %s"
            .formatted(
                receipt.path("state").asText("?"),
                receipt.path("coherent").asBoolean() ? "coherent" : "not coherent"));
    lines.add("effects    " + counts(receipt.path("effects")));
    add(lines, "depth      ", measure(receipt, "depth"));
    add(lines, "breadth    ", measure(receipt, "breadth"));
    add(lines, "read       ", versions(receipt.path("state_read")));
    add(lines, "written    ", versions(receipt.path("state_written")));
    holds(lines, receipt.path("holds"));
    add(lines, "charge     ", charge(receipt.path("charge")));
    return lines;
  }

  private static void add(List<String> lines, String label, String text) {
    if (!text.isEmpty()) {
      lines.add(label + text);
    }
  }

  private static String counts(JsonNode effects) {
    var byState = new TreeMap<String, Integer>();
    effects.forEach(e -> byState.merge(e.path("state").asText(), 1, Integer::sum));
    return byState.isEmpty()
        ? "none"
        : byState.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
  }

  private static String measure(JsonNode receipt, String name) {
    var peak = receipt.path(name + "_peak");
    var mean = receipt.path(name + "_mean");
    return peak.isMissingNode()
        ? ""
        : "peak "
            + peak.asText()
            + (mean.isNumber() ? String.format(Locale.ROOT, ", mean %.2f", mean.asDouble()) : "");
  }

  private static String versions(JsonNode entries) {
    var texts = new ArrayList<String>();
    entries.forEach(e -> texts.add(e.path("key").asText() + "@" + e.path("version").asText()));
    return String.join(", ", texts);
  }

  private static void holds(List<String> lines, JsonNode holds) {
    int shown = Math.min(holds.size(), MAX_HOLDS);
    for (int i = 0; i < shown; i++) {
      var hold = holds.get(i);
      lines.add(
          "hold       %s %s, weight %s, %s, %s ms deep"
              .formatted(
                  hold.path("connector").asText(),
                  hold.path("system").asText(),
                  hold.path("weight").asText("1"),
                  hold.path("close_reason").asText("open"),
                  hold.path("depth_ms").asText("0")));
    }
    if (holds.size() > shown) {
      lines.add("           and %d more holds".formatted(holds.size() - shown));
    }
  }

  private static String charge(JsonNode charge) {
    if (!charge.path("depth_ms").isNumber()) {
      return "";
    }
    long held = charge.path("depth_ms").asLong();
    long billable = charge.path("billable_depth_ms").asLong();
    return String.format(
        Locale.ROOT,
        "%.1f depth-seconds held, %.1f billable%s",
        held / 1000.0,
        billable / 1000.0,
        billable == 0 && held > 0 ? " (the laboratory is free)" : "");
  }
}
