package io.ganglion.billing;

import io.ganglion.ledger.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums a month's usage by agent and system. Pure. */
final class HeldRows {
  private HeldRows() {}

  private record Key(@Nullable String agent, String connector, String system) {}

  /**
   * The largest first.
   *
   * @param names of agents and systems by their identifiers
   * @param most rows; what is left is one more
   */
  static List<Document.Held> of(List<Usage.Hour> hours, Map<String, String> names, int most) {
    var sums = new LinkedHashMap<Key, Document.Held>();
    for (var hour : hours) {
      var key = new Key(hour.agent(), hour.connector(), hour.system());
      sums.merge(key, held(hour, names), HeldRows::both);
    }
    var rows = new ArrayList<>(sums.values());
    rows.sort(
        Comparator.comparingLong(Document.Held::recordedMs)
            .reversed()
            .thenComparing(held -> String.valueOf(held.agent()))
            .thenComparing(Document.Held::connector)
            .thenComparing(held -> String.valueOf(held.system())));
    if (rows.size() <= most) {
      return rows;
    }
    var told = new ArrayList<>(rows.subList(0, most));
    var left = rows.subList(most, rows.size());
    told.add(
        new Document.Held(
            null,
            null,
            "",
            null,
            "%,d more".formatted(left.size()),
            left.stream().mapToLong(Document.Held::recordedMs).sum(),
            left.stream().mapToLong(Document.Held::billableMs).sum()));
    return told;
  }

  private static Document.Held held(Usage.Hour hour, Map<String, String> names) {
    var agent = hour.agent();
    return new Document.Held(
        agent,
        agent == null ? null : names.get(agent),
        hour.connector(),
        hour.system(),
        names.getOrDefault(hour.system(), hour.system()),
        hour.recordedMs(),
        hour.billableMs());
  }

  private static Document.Held both(Document.Held one, Document.Held other) {
    return new Document.Held(
        one.agent(),
        one.agentName(),
        one.connector(),
        one.system(),
        one.label(),
        one.recordedMs() + other.recordedMs(),
        one.billableMs() + other.billableMs());
  }
}
