package io.ganglion.kernel;

import java.util.OptionalLong;

/** The thing is no longer as the caller has seen it (If-Match). */
public final class Changed extends Problem {
  private static final long serialVersionUID = 1;

  private Changed() {
    super(
        412,
        "version_mismatch",
        "It has changed",
        "It is no longer as you have read it; nothing was changed. Read it again and decide anew.");
  }

  /**
   * Compares what the caller has seen with what is there.
   *
   * @param expected empty where the caller asked for nothing
   * @throws Changed if they differ
   */
  public static void check(OptionalLong expected, long actual) {
    if (expected.isPresent() && expected.getAsLong() != actual) {
      throw new Changed();
    }
  }
}
