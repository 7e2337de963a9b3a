package io.ganglion.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does: the one place of this module that sleeps. */
final class Patience {
  private static final long POLL_MS = 20;

  private Patience() {}

  /**
   * Asks {@code done} about every 20 ms until it holds.
   *
   * @return whether it held within {@code limit}; it is asked at least once
   * @throws StackFailure when this thread is interrupted; the interrupt stays set
   */
  static boolean until(Duration limit, BooleanSupplier done) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() >= deadline) {
        return false;
      }
      pause(POLL_MS);
    }
    return true;
  }

  /**
   * Lets {@code ms} milliseconds pass.
   *
   * @throws StackFailure when this thread is interrupted; the interrupt stays set
   */
  static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }
}
