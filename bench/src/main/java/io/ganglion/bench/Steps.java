package io.ganglion.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs of ten sequential journalled steps through the real interpreter: each a no-op action with a
 * jq argument, durable before the next begins.
 */
final class Steps {
  static final int STEPS = 10;

  private static final Map<Integer, List<Double>> LIMITS = // in flight: floor, target
      Map.of(16, List.of(0.8, 1.5), 128, List.of(3.0, 6.0), 1000, List.of(4.0, 10.0));

  private final Rig rig;
  private final Pgbench baseline;
  private final Window window;
  private final Path jar;

  Steps(Rig rig, Pgbench baseline, Window window, Path jar) {
    this.window = window;
    this.rig = rig;
    this.baseline = baseline;
    this.jar = jar;
  }

  static String workflow() {
    var yaml =
        new StringBuilder(
            "document: {dsl: '1.0.3', namespace: bench, name: ten-steps, version: '1.0.0'}\ndo:\n");
    for (int i = 0; i < STEPS; i++) {
      yaml.append(
          "  - s%d: {call: ganglion.record, with: {value: {n: '${ .n + 1 }'}}}%n".formatted(i));
    }
    return yaml.toString();
  }

  /**
   * @param inFlight the most runs in the worker's memory
   * @param runs how many are measured
   */
  Figure figure(int inFlight, int runs) throws Exception {
    var settings = Map.of("GANGLION_ENGINE_MAX_RUNS", Integer.toString(inFlight));
    try (var backend = Backend.start(rig, jar, settings)) {
      backend.workflow(workflow());
      var load = new Runs(rig);
      load.wall("ten-steps", Math.min(runs, 2000)); // the JIT has its first look
      load.wall("ten-steps", runs);
      var limits = java.util.Objects.requireNonNull(LIMITS.get(inFlight));
      return Pairs.of(
          String.format(Locale.ROOT, "steps, %d in flight", inFlight),
          "steps/s",
          baseline::tps,
          () -> window.rate(runs * (double) STEPS, () -> load.wall("ten-steps", runs)),
          limits.get(0),
          limits.get(1),
          true);
    }
  }
}
