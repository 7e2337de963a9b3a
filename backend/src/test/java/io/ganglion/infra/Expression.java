package io.ganglion.infra;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a PromQL expression asks for. */
record Expression(String text) {
  private static final Pattern TEXTS = Pattern.compile("\"(\\\\.|[^\"])*\"|'(\\\\.|[^'])*'");
  private static final Pattern SELECTORS = Pattern.compile("\\{[^}]*}");
  private static final Pattern RANGES = Pattern.compile("\\[[^]]*]");
  private static final Pattern LABELS =
      Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern WORD = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?!\\s*\\()");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

  /** The names of its metrics. */
  Set<String> metrics() {
    var bare = text;
    for (var other : new Pattern[] {TEXTS, SELECTORS, RANGES, LABELS}) {
      bare = other.matcher(bare).replaceAll(" ");
    }
    var names = new TreeSet<String>();
    WORD.matcher(bare).results().map(result -> result.group()).forEach(names::add);
    names.removeAll(OPERATORS);
    return names;
  }
}
