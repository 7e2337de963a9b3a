package io.ganglion.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that can be measured, by name. */
final class Workloads {
  private Workloads() {}

  /** One figure, measured when asked. */
  @FunctionalInterface
  interface Workload {
    Figure measure() throws Exception;
  }

  /**
   * @param names which; none: all
   */
  static List<Workload> of(Rig rig, Pgbench baseline, Path jar, List<String> names) {
    var steps = new Steps(rig, baseline, jar);
    Map<String, Workload> all = new LinkedHashMap<>();
    all.put("start-p50", () -> start(rig, jar, 0.5, 15, 2));
    all.put("start-p99", () -> start(rig, jar, 0.99, 15, 8));
    all.put("lone-run", () -> loneRun(rig, jar));
    all.put("fan-out-1000", () -> fanOut(rig, baseline, jar, 1000));
    all.put("fan-out-10000", () -> fanOut(rig, baseline, jar, 10_000));
    all.put("api", () -> api(rig, baseline, jar));
    all.put("steps-16", () -> steps.figure(16, 2_000));
    all.put("steps-128", () -> steps.figure(128, 5_000));
    all.put("steps", () -> steps.figure(1000, 20_000));
    if (names.isEmpty()) {
      return List.copyOf(all.values());
    }
    return names.stream()
        .map(
            name -> {
              var workload = all.get(name);
              if (workload == null) {
                throw new IllegalArgumentException(
                    "there is no benchmark %s; there are: %s".formatted(name, all.keySet()));
              }
              return workload;
            })
        .toList();
  }

  private static Figure start(Rig rig, Path jar, double share, double floor, double target)
      throws Exception {
    try (var backend = Backend.start(rig, jar, Map.of())) {
      var latency = new Latency(rig, backend);
      var name = "start, p%.0f of 200".formatted(100 * share);
      return Pairs.alone(
          name,
          "ms",
          () -> Latency.percentile(latency.take(Steps.workflow()).start(), share),
          floor,
          target,
          false);
    }
  }

  private static Figure loneRun(Rig rig, Path jar) throws Exception {
    try (var backend = Backend.start(rig, jar, Map.of())) {
      var latency = new Latency(rig, backend);
      return Pairs.alone(
          "lone run, 10 steps, p50",
          "ms",
          () -> Latency.percentile(latency.take(Steps.workflow()).whole(), 0.5),
          11, // a peer of the same kind took 11 ms on such a machine
          6.6,
          false);
    }
  }

  private static Figure fanOut(Rig rig, Pgbench baseline, Path jar, int branches) throws Exception {
    try (var backend = Backend.start(rig, jar, Map.of())) {
      backend.workflow(FanOut.workflow(branches));
      var runs = new Runs(rig);
      for (int i = 0; i < 5; i++) {
        FanOut.wall(runs, branches);
      }
      return Pairs.of(
          "fan-out to %,d and join".formatted(branches),
          "ms/branch",
          () -> 1000 / baseline.tps(), // ms a transaction of the baseline
          () -> 1000 * FanOut.wall(runs, branches) / branches,
          0.6,
          0.25,
          false);
    }
  }

  private static Figure api(Rig rig, Pgbench baseline, Path jar) throws Exception {
    try (var backend = Backend.start(rig, jar, Map.of())) {
      var workflow =
          backend.workflow(
              "document: {dsl: '1.0.3', namespace: bench, name: nothing, version: '1.0.0'}\ndo:\n- a: {set: {a: 1}}\n");
      var api = new Api(backend, workflow);
      api.rate();
      return Pairs.of("API, runs started", "req/s", baseline::tps, api::rate, 0.5, 0.8, true);
    }
  }
}
