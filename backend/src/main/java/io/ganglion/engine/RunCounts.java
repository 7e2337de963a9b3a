package io.ganglion.engine;

import io.ganglion.run.RunState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * How this process's runs leave memory, for those who operate the platform. The share of ended runs
 * that never needed attention is the coherence rate.
 */
final class RunCounts {
  private RunCounts() {}

  /** Lets each end be seen from the start, at 0: a rate has to know where it began. */
  static void begin() {
    for (var state : RunState.values()) {
      if (state.ended()) {
        counter(state, false);
        counter(state, true);
      }
    }
    parkings("timer");
    rescues();
  }

  /**
   * @param attention whether it ever needed somebody's
   */
  static void ended(RunState state, boolean attention) {
    counter(state, attention).increment();
  }

  /**
   * @param reason as a waiting run shows it: {@code timer}, {@code system}, {@code capacity}, …
   */
  static void parked(String reason) {
    parkings(reason).increment();
  }

  static void rescued(int runs) {
    rescues().increment(runs);
  }

  private static Counter counter(RunState state, boolean attention) {
    return Metrics.counter(
        "ganglion.runs.ended", "state", state.name(), "attention", String.valueOf(attention));
  }

  private static Counter parkings(String reason) {
    return Metrics.counter("ganglion.runs.parked", "reason", reason);
  }

  private static Counter rescues() {
    return Metrics.counter("ganglion.runs.rescued");
  }
}
