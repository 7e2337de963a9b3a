package io.ganglion.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A fixed rate window of an account, counted in its state.
 *
 * @param taken calls in this window, this one included
 * @param limit most calls of a window
 * @param reset when the next window begins, in whole seconds
 */
public record RateWindow(int taken, int limit, Instant reset) {
  /** Counts one call. */
  public static RateWindow take(
      ObjectNode state, String name, int limit, Duration length, Instant now) {
    var window = state.withObjectProperty("windows").withObjectProperty(name);
    var reset = Instant.ofEpochSecond(window.path("reset").asLong());
    int taken = window.path("taken").asInt();
    if (!now.isBefore(reset)) {
      reset = Instant.ofEpochSecond(now.plus(length).getEpochSecond());
      taken = 0;
    }
    window.put("reset", reset.getEpochSecond()).put("taken", taken + 1);
    return new RateWindow(taken + 1, limit, reset);
  }

  public boolean exceeded() {
    return taken > limit;
  }

  public int remaining() {
    return Math.max(0, limit - taken);
  }
}
