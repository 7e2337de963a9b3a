package io.ganglion.background;

/** A kind of work that is done after the answer. */
public interface Errand {
  /** Stable: it is stored. */
  String name();

  /**
   * Does it; what it throws is logged, and it is tried again later. It may run more than once.
   *
   * @param subject what it is about, as it was asked for; identifiers alone
   */
  void run(String subject);
}
