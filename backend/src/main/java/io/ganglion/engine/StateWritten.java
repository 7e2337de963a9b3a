package io.ganglion.engine;

/** What a walk did to its agent's state, as far as compensation is concerned. Thread-safe. */
final class StateWritten {
  private volatile boolean any;
  private volatile boolean asked;

  /**
   * A visit wrote entries.
   *
   * @param compensate whether its task asks for compensation
   */
  void note(boolean compensate) {
    any = true;
    asked |= compensate;
  }

  /** Whether it wrote any entry. */
  boolean any() {
    return any;
  }

  /** Whether a task that wrote asks for compensation. */
  boolean asked() {
    return asked;
  }
}
