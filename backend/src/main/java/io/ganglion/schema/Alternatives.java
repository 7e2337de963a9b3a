package io.ganglion.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
          kept.addAll(choose(branches.values(), prefix.size() + 1));
        });
    kept.addAll(summaries.values());
    return kept;
  }

  private static List<Mismatch> choose(Collection<List<Mismatch>> alternatives, int from) {
    var branches = alternatives.stream().map(branch -> nearest(branch, from)).toList();
    if (branches.stream().allMatch(Alternatives::lacksOneMember)) {
      return List.of(joined(branches));
    }
    int top =
        branches.stream().flatMap(List::stream).mapToInt(m -> m.pointer().length()).min().orElse(0);
    return branches.stream()
        .min(
            Comparator.<List<Mismatch>>comparingInt(b -> distance(b, top))
                .thenComparing(List::size))
        .orElseGet(List::of);
  }

  private static boolean lacksOneMember(List<Mismatch> branch) {
    return branch.size() == 1 && branch.getFirst().keyword().equals("required");
  }

  private static Mismatch joined(List<List<Mismatch>> branches) {
    var first = branches.getFirst().getFirst();
    var details =
        branches.stream()
            .map(b -> b.getFirst().detail())
            .distinct()
            .collect(Collectors.joining(", or "));
    return new Mismatch(first.pointer(), first.keyword(), details, first.path());
  }

  /**
   * How far a value is from an alternative: of another type altogether, of another kind by a
   * constant, or wrong only somewhere inside.
   *
   * @param top length of the shortest pointer of all alternatives
   */
  private static int distance(List<Mismatch> branch, int top) {
    boolean anotherType =
        branch.stream().anyMatch(m -> m.keyword().equals("type") && m.pointer().length() == top);
    boolean anotherKind = branch.stream().anyMatch(m -> m.keyword().equals("const"));
    return anotherType ? 2 : anotherKind ? 1 : 0;
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
