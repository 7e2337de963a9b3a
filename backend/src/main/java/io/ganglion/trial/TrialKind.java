package io.ganglion.trial;

import java.util.Locale;

/** Who acts in a trial. */
public enum TrialKind {
  /** A workflow, started by the laboratory. */
  WORKFLOW,
  /** An agent outside, by sessions of the trial's agent. */
  EXTERNAL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TrialKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
