package io.ganglion.walk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each operation came to under each check. */
final class Tally {
  /** What is checked. */
  enum Check {
    AUTH,
    SCOPE,
    TENANT,
    FIELDS,
    TYPE,
    QUERY,
    LIMITS,
    REPLAY,
    MISMATCH,
    AT_ONCE,
    PAGES,
    ETAG,
    ANSWER,
    PROBLEM,
    EXAMPLES
  }

  private static final String KEPT = "+";

  private final Map<String, Map<Check, String>> rows = new LinkedHashMap<>();
  private final List<String> broken = new ArrayList<>();

  void row(Route route) {
    rows.put(route.toString(), new EnumMap<>(Check.class));
  }

  /** Notes what a try came to; once broken, broken. */
  void note(Route route, Check check, boolean kept, String otherwise) {
    var row = rows.get(route.toString());
    if (!kept) {
      row.put(check, "X");
      broken.add("%s %s: %s".formatted(check, route, otherwise));
    } else {
      row.putIfAbsent(check, KEPT);
    }
  }

  List<String> broken() {
    return broken;
  }

  /** How many operations were found to keep it. */
  long kept(Check check) {
    return rows.values().stream().filter(row -> KEPT.equals(row.get(check))).count();
  }

  /** Operations down, checks across. */
  String table() {
    var text = new StringBuilder("%n%-72s".formatted("operation"));
    for (var check : Check.values()) {
      text.append(" %-8s".formatted(check.name().toLowerCase(java.util.Locale.ROOT)));
    }
    rows.forEach(
        (route, row) -> {
          text.append("%n%-72s".formatted(route));
          for (var check : Check.values()) {
            text.append(" %-8s".formatted(row.getOrDefault(check, ".")));
          }
        });
    text.append("%n%-72s".formatted("%d operations; kept by".formatted(rows.size())));
    for (var check : Check.values()) {
      text.append(" %-8d".formatted(kept(check)));
    }
    return text.append("%n+ kept, X broken, . not asked of it%n".formatted()).toString();
  }
}
