package io.ganglion.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the noise out of {@code oneOf} and {@code anyOf}: of all alternatives only the one that was
 * nearest to fit is told about.
 */
final class Alternatives {
  private Alternatives() {}

  static List<Mismatch> nearest(List<Mismatch> all) {
    return nearest(all, 0);
  }

  /**
   * @param from how much of the paths is common to all and was looked at
   */
  private static List<Mismatch> nearest(List<Mismatch> all, int from) {
    var kept = new ArrayList<Mismatch>();
    var choices = new LinkedHashMap<List<String>, Map<String, List<Mismatch>>>();
    var summaries = new LinkedHashMap<List<String>, Mismatch>();
    for (var mismatch : all) {
      var path = mismatch.path();
      int at = choice(path, from);
      if (at < 0) {
        kept.add(mismatch);
      } else if (at + 1 == path.size()) {
        summaries.put(path.subList(0, at + 1), mismatch);
      } else {
        choices
            .computeIfAbsent(path.subList(0, at + 1), k -> new LinkedHashMap<>())
            .computeIfAbsent(path.get(at + 1), k -> new ArrayList<>())
            .add(mismatch);
      }
    }
    choices.forEach(
        (prefix, branches) -> {
          summaries.remove(prefix);
          branches.values().stream()
              .map(branch -> nearest(branch, prefix.size() + 1))
              .min(Comparator.comparing(Alternatives::distance).thenComparing(List::size))
              .ifPresent(kept::addAll);
        });
    kept.addAll(summaries.values());
    return kept;
  }

  /** The further down the value the first mismatch is, the nearer the alternative. */
  private static int distance(List<Mismatch> branch) {
    return branch.stream()
        .mapToInt(m -> -m.pointer().length() * 2 + (m.keyword().equals("const") ? 1 : 0))
        .max()
        .orElse(0);
  }

  private static int choice(List<String> path, int from) {
    for (int i = from; i < path.size(); i++) {
      if (path.get(i).equals("oneOf") || path.get(i).equals("anyOf")) {
        return i;
      }
    }
    return -1;
  }
}
