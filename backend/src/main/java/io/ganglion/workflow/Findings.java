package io.ganglion.workflow;

import io.ganglion.kernel.Problem.Violation;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What was found wrong with one document so far. */
final class Findings {
  /** Further ones are not listed. */
  static final int MAX = 100;

  private final Located located;
  private final Set<Violation> violations = new LinkedHashSet<>();

  Findings(Located located) {
    this.located = located;
  }

  void add(String pointer, String detail) {
    if (violations.size() < MAX) {
      violations.add(new Violation(pointer, detail, located.line(pointer)));
    }
  }

  boolean none() {
    return violations.isEmpty();
  }

  /** In the order of the document. */
  List<Violation> list() {
    return violations.stream()
        .sorted(Comparator.comparing(v -> Objects.requireNonNullElse(v.line(), 0)))
        .toList();
  }
}
