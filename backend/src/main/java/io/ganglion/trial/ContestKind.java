package io.ganglion.trial;

import java.util.Locale;

/** What trials are compared for. */
public enum ContestKind {
  /** Several workflows on the same seeds. */
  TOURNAMENT,
  /** Variants of one workflow, by successive halving. */
  EVOLUTION,
  /** Whether a candidate is no worse than a baseline. */
  GATE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ContestKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
