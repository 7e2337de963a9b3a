package io.ganglion.coordination;

import java.time.Instant;

/** What an act has to do with a platform's pauses. */
public sealed interface Pace {
  /**
   * It is about to be made: refused while a pause lasts, and after one while as many are under way
   * as the platform has shown to bear.
   *
   * @param probe hears after which pause it was let through
   */
  record Ask(Probe probe) implements Pace {}

  /**
   * It was made, or given up: it is under way no more.
   *
   * @param until the end of the pause after which it was let through
   * @param well whether the platform took it, so that one more may be under way from now on
   */
  record Answered(Instant until, boolean well) implements Pace {}

  /** The platform said when it wants to be called again. */
  record Rest(Instant until) implements Pace {}
}
