package io.ganglion.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** All that can be measured, by name. */
final class Workloads {
  private Workloads() {}

  /** Figures, measured when asked. */
  @FunctionalInterface
  interface Workload {
    List<Figure> measure() throws Exception;
  }

  /**
   * @param names which; none: all
   */
  static List<Workload> of(Rig rig, Pgbench baseline, Window window, Path jar, List<String> names) {
    var steps = new Steps(rig, baseline, window, jar);
    var costs = new Costs(rig, jar);
    var ageing = new Ageing(rig, jar);
    Map<String, Workload> all = new LinkedHashMap<>();
    all.put("steps-16", () -> List.of(steps.figure(16, 2_000)));
    all.put("steps-128", () -> List.of(steps.figure(128, 5_000)));
    all.put("steps", () -> List.of(steps.figure(1000, 20_000)));
    all.put("effects", () -> List.of(Effects.figure(rig, baseline, window, jar)));
    all.put("peers", () -> List.of(peers(rig, jar)));
    all.put("lone-run", () -> List.of(loneRun(rig, jar)));
    all.put("fan-out-1000", () -> List.of(fanOut(rig, baseline, jar, 1000)));
    all.put("fan-out-10000", () -> List.of(fanOut(rig, baseline, jar, 10_000)));
    all.put("swarm", () -> List.of(Swarm.figure(rig, jar)));
    all.put("start", () -> start(rig, jar));
    all.put("api", () -> api(rig, baseline, jar));
    all.put("api-latency", () -> apiLatency(rig, jar));
    all.put("timers", () -> List.of(Timers.few(rig, jar, 5_000)));
    all.put("timers-100000", () -> List.of(Timers.many(rig, jar, 100_000)));
    all.put("parked", () -> Parked.figures(rig, jar));
    all.put("snapshot", () -> ageing.snapshot(60));
    all.put("growth", () -> ageing.growth(10_000_000));
    all.put("cost-step", costs::ofSteps);
    all.put("cost-effect", costs::ofEffects);
    all.put("admission", costs::ofAdmission);
    all.put("fairness", () -> List.of(Fairness.figure(rig, jar)));
    all.put("webhooks", () -> Webhooks.figures(rig, jar));
    all.put("workers", () -> Processes.workers(rig, jar));
    all.put("idle", () -> Processes.idle(rig, jar));
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

  private static List<Figure> start(Rig rig, Path jar) throws Exception {
    try (var backend = Backend.start(rig, jar, Map.of())) {
      var times = new Latency(rig, backend).take(Steps.workflow()).start();
      return List.of(
          Figure.plain("start, p50 of 1,000", Latency.percentile(times, 0.5), "ms", 15, 2),
          Figure.plain("start, p99 of 1,000", Latency.percentile(times, 0.99), "ms", 15, 8));
    }
  }

  /** Against the best of the peers that run beside us on the same server. */
  private static Figure peers(Rig rig, Path jar) throws Exception {
    var settings = Map.of("GANGLION_ENGINE_MAX_RUNS", "128");
    try (var dbos = PeerProcess.start(rig, "dbos");
        var scheduler = PeerProcess.start(rig, "db-scheduler");
        var backend = Backend.start(rig, jar, settings)) {
      backend.workflow(Steps.workflow());
      var runs = new Runs(rig);
      runs.wall("ten-steps", 5_000);
      dbos.measure("steps 128 500");
      scheduler.measure("steps 128 500");
      return Pairs.of(
          "steps, 128 in flight, best peer",
          "steps/s",
          () -> Math.max(dbos.measure("steps 128 1500"), scheduler.measure("steps 128 1500")),
          () -> 5_000 * (double) Steps.STEPS / runs.wall("ten-steps", 5_000),
          4,
          8,
          true);
    }
  }

  private static Figure loneRun(Rig rig, Path jar) throws Exception {
    try (var dbos = PeerProcess.start(rig, "dbos");
        var backend = Backend.start(rig, jar, Map.of())) {
      var latency = new Latency(rig, backend);
      dbos.measure("lone 200");
      latency.take(Steps.workflow());
      return Pairs.of(
          "lone run, 10 steps, p50, DBOS Java",
          "ms",
          () -> dbos.measure("lone 200"),
          () -> Latency.percentile(latency.take(Steps.workflow()).whole(), 0.5),
          1.0,
          0.6,
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

  private static List<Figure> api(Rig rig, Pgbench baseline, Path jar) throws Exception {
    try (var backend = Backend.start(rig, jar, Map.of())) {
      var workflow =
          backend.workflow(
              "document: {dsl: '1.0.3', namespace: bench, name: nothing, version: '1.0.0'}\ndo:\n- a: {set: {a: 1}}\n");
      var api = new Api(backend, workflow);
      api.warmUp();
      var rate = Pairs.of("API, runs started", "req/s", baseline::tps, api::rate, 0.5, 0.8, true);
      double half = rate.value() / 2;
      return List.of(
          rate,
          Pairs.alone(
              "API, p99 at half of that",
              "ms",
              () -> Latency.percentile(Api.times(half, api::start), 0.99),
              100,
              100,
              false));
    }
  }

  /**
   * What a start and a look take beside an application of the same framework that puts a row in and
   * reads one, both at half of the rate at which runs can be started: what authentication, limits,
   * tenancy and the run itself cost.
   */
  private static List<Figure> apiLatency(Rig rig, Path jar) throws Exception {
    try (var backend = Backend.start(rig, jar, Map.of());
        var bare = Bare.start(rig)) {
      var workflow =
          backend.workflow(
              "document: {dsl: '1.0.3', namespace: bench, name: beside-bare, version: '1.0.0'}\ndo:\n- a: {set: {a: 1}}\n");
      var api = new Api(backend, workflow);
      api.warmUp();
      double half = api.rate() / 2;
      var row = bare.put();
      var run = api.start();
      for (int i = 0; i < 3; i++) {
        var unused = Api.times(half, bare::put);
        unused = Api.times(half, () -> bare.get(row));
        unused = Api.times(half, () -> backend.get("/runs/" + run));
      }
      return List.of(
          beside("start a run, p50, bare insert", 0.5, half, bare::put, api::start),
          beside("start a run, p99, bare insert", 0.99, half, bare::put, api::start),
          beside(
              "get a run, p50, bare select",
              0.5,
              half,
              () -> bare.get(row),
              () -> backend.get("/runs/" + run)),
          beside(
              "get a run, p99, bare select",
              0.99,
              half,
              () -> bare.get(row),
              () -> backend.get("/runs/" + run)));
    }
  }

  private static Figure beside(
      String name, double share, double aSecond, Callable<?> bare, Callable<?> ours)
      throws Exception {
    return Pairs.of(
        name,
        "ms",
        () -> Latency.percentile(Api.times(aSecond, bare), share),
        () -> Latency.percentile(Api.times(aSecond, ours), share),
        10,
        3,
        false);
  }
}
