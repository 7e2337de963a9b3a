package io.ganglion.bench;

import java.nio.file.Path;
import java.util.Map;

/**
 * Runs of ten outward effects, each a real request on loopback with a durable intent and outcome.
 */
final class Effects {
  static final String NAME = "ten-effects";
  private static final int IN_FLIGHT = 1000;
  private static final int RUNS = 2_000;
  private static final int WARM_UP = 5;

  private Effects() {}

  static String workflow(String platform) {
    var yaml =
        new StringBuilder(
            "document: {dsl: '1.0.3', namespace: bench, name: %s, version: '1.0.0'}%ndo:%n"
                .formatted(NAME));
    for (int i = 0; i < Steps.STEPS; i++) {
      yaml.append(
          "  - s%d: {call: http, with: {method: put, endpoint: '%s/%d', body: {n: 1}}}%n"
              .formatted(i, platform, i));
    }
    return yaml.toString();
  }

  static Figure figure(Rig rig, Pgbench baseline, Window window, Path jar) throws Exception {
    var settings = Map.of("GANGLION_ENGINE_MAX_RUNS", Integer.toString(IN_FLIGHT));
    try (var platform = new Platform(0);
        var backend = Backend.start(rig, jar, settings)) {
      backend.workflow(workflow(platform.url()));
      var load = new Runs(rig);
      for (int i = 0; i < WARM_UP; i++) { // until the compiler has come to rest
        load.wall(NAME, RUNS);
      }
      return Pairs.of(
          "effects, 1,000 in flight",
          "effects/s",
          baseline::tps,
          () -> window.rate(RUNS * (double) Steps.STEPS, () -> load.wall(NAME, RUNS)),
          1,
          2.5,
          true);
    }
  }
}
