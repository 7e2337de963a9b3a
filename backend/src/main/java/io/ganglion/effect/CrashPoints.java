package io.ganglion.effect;

import io.ganglion.kernel.RunId;

/**
 * Named boundaries around a send, so that tests can kill a worker exactly there. Nothing happens at
 * them in production.
 */
public interface CrashPoints {
  CrashPoints NONE = (run, boundary) -> {};

  /** The boundaries, in the order an effect passes them. */
  enum Boundary {
    BEFORE_INTENT,
    INTENT_WRITTEN,
    SENT,
    BEFORE_OUTCOME
  }

  /** A run's effect is at a boundary; may not return. */
  void pass(RunId run, Boundary boundary);
}
