package io.ganglion.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what somebody probably meant. */
final class Closest {
  private static final int MAX_LENGTH = 64;

  private Closest() {}

  /** {@code ; did you mean 'x'?}, or {@code ; one of a, b, c} when nothing is near. */
  static String hint(String written, Collection<String> known) {
    if (known.isEmpty()) {
      return "; there are none";
    }
    return to(written, known)
        .map("; did you mean '%s'?"::formatted)
        .orElseGet(() -> "; one of " + listed(known));
  }

  /** The known word that differs by at most a third of its letters. */
  static Optional<String> to(String written, Collection<String> known) {
    if (written.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var lower = written.toLowerCase(Locale.ROOT);
    record Candidate(String word, int distance) {}
    return known.stream()
        .filter(word -> word.length() <= MAX_LENGTH)
        .map(word -> new Candidate(word, distance(lower, word.toLowerCase(Locale.ROOT))))
        .filter(c -> c.distance() <= Math.max(1, c.word().length() / 3))
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  static String listed(Collection<String> known) {
    var sorted = new TreeSet<>(known);
    var first = sorted.stream().limit(20).toList();
    int more = sorted.size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and %d more".formatted(more) : "");
  }

  /** Letters to add, leave out, change or swap with the next one. */
  private static int distance(String a, String b) {
    var distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : distance(a, b, i, j, distances);
      }
    }
    return distances[a.length()][b.length()];
  }

  private static int distance(String a, String b, int i, int j, int[][] known) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int distance =
        Math.min(
            known[i - 1][j - 1] + (same ? 0 : 1), Math.min(known[i - 1][j], known[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(distance, known[i - 2][j - 2] + 1) : distance;
  }
}
