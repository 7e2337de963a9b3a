package io.ganglion.approval;

import java.util.Locale;

/** What it means that nobody decided in time. */
public enum OnTimeout {
  APPROVE,
  REJECT,
  FAIL;

  /** As workflows and the database write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for another word
   */
  public static OnTimeout of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
