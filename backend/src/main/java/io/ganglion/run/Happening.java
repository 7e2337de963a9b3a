package io.ganglion.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened in a run, as the outbox and the journal have it. */
sealed interface Happening {
  /** Its place in the order of the outbox. */
  long seq();

  /**
   * The run's state changed.
   *
   * @param before the state before; null for the first, which is RUNNING where a worker took it up
   *     at once
   */
  record Changed(long seq, Instant at, @Nullable RunState before, RunState state)
      implements Happening {}

  /** A task visit has ended. */
  record Visited(long seq, Step step) implements Happening {}
}
