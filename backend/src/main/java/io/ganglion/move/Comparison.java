package io.ganglion.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether both cells have the same of a tenant. */
final class Comparison {
  private Comparison() {}

  /** The tables that differ, with what each cell has; pure. */
  static List<String> differences(Map<String, Sum> source, Map<String, Sum> destination) {
    var different = new ArrayList<String>();
    source.forEach(
        (table, sum) -> {
          var other = destination.get(table);
          if (!sum.equals(other)) {
            different.add(
                "%s: %d rows, and %s"
                    .formatted(
                        table,
                        sum.rows(),
                        other == null
                            ? "no such table"
                            : other.rows() == sum.rows() ? "others" : other.rows()));
          }
        });
    destination.keySet().stream()
        .filter(table -> !source.containsKey(table))
        .forEach(table -> different.add(table + ": no such table in the source"));
    return different;
  }

  /**
   * @throws MoveFailed if they differ
   */
  static void check(Map<String, Sum> source, Map<String, Sum> destination) {
    var different = differences(source, destination);
    if (!different.isEmpty()) {
      throw new MoveFailed(
          "the copy is not what the source has, and is not used: " + String.join("; ", different));
    }
  }
}
