package io.ganglion.trial;

import java.util.Locale;

/** Where a trial stands. */
public enum TrialState {
  /** It waits for its turn. */
  QUEUED,
  /** Its world is being opened. */
  OPENING,
  /** It is under way. */
  RUNNING,
  /** It is over and has a score. */
  JUDGED,
  /** It could not be held; {@code reason} says why. It has no score. */
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TrialState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public boolean ended() {
    return this == JUDGED || this == FAILED;
  }
}
