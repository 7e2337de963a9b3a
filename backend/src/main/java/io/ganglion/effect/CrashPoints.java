package io.ganglion.effect;

/**
 * Named boundaries around a send, so that tests can kill a worker exactly there. Nothing happens at
 * them in production.
 */
public interface CrashPoints {
  CrashPoints NONE = boundary -> {};

  /** The boundaries, in the order an effect passes them. */
  enum Boundary {
    BEFORE_INTENT,
    INTENT_WRITTEN,
    SENT,
    BEFORE_OUTCOME
  }

  /** May not return. */
  void pass(Boundary boundary);
}
