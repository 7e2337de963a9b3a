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

  /** Levenshtein's distance, by rows. */
  private static int distance(String a, String b) {
    var previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
