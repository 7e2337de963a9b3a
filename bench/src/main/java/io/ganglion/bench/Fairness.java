package io.ganglion.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One tenant floods the platform; another starts a run now and then. */
final class Fairness {
  private static final int FLOOD = 100_000;
  private static final int STARTS = 30;
  private static final long BETWEEN_MS = 1000;

  private static final String FIRST_STEP =
      "SELECT extract(epoch FROM min(started_at)) FROM step WHERE run_id = '%s'";

  private Fairness() {}

  static Figure figure(Rig rig, Path jar) throws Exception {
    try (var flooding = Backend.start(rig, jar, Map.of());
        var modest = flooding.another()) {
      flooding.workflow(Steps.workflow().replace("ten-steps", "flood"));
      var workflow = modest.workflow(Steps.workflow());
      new Runs(rig).flood("flood", FLOOD / 2); // what comes first meets a compiler at work
      new Runs(rig).ended();
      starts(rig, modest, workflow, STARTS / 3, BETWEEN_MS / 10);
      double alone = p99(starts(rig, modest, workflow, STARTS, BETWEEN_MS / 4));
      new Runs(rig).flood("flood", FLOOD);
      double beside = p99(starts(rig, modest, workflow, STARTS, BETWEEN_MS));
      new Runs(rig).forgetAll();
      return new Figure(
          "start beside 100,000 of another, p99",
          beside,
          "ms",
          alone,
          beside,
          500,
          Math.max(250, 2 * alone),
          false,
          List.of(beside));
    }
  }

  private static double p99(List<Double> delays) {
    return Latency.percentile(delays, 0.99);
  }

  /** Milliseconds from each request to its run's first step. */
  private static List<Double> starts(
      Rig rig, Backend backend, String workflow, int count, long everyMs) throws Exception {
    var body = new ObjectMapper().createObjectNode().put("workflow", workflow);
    body.putObject("input").put("n", 1);
    var delays = new ArrayList<Double>();
    try (var database = rig.database();
        var plan = database.createStatement()) {
      plan.execute("SET enable_seqscan = off"); // a look at all steps would be the noise it hears
      for (int i = 0; i < count; i++) {
        Thread.sleep(everyMs);
        var asked = Duration.between(Instant.EPOCH, Instant.now()).toNanos() / 1e9;
        var run = TypeId.uuid(backend.post("/runs", body).path("id").asText());
        double first = 0;
        while (first == 0) {
          Thread.sleep(2);
          first = Runs.number(database, FIRST_STEP.formatted(run));
        }
        delays.add(1000 * (first - asked));
      }
    }
    return delays;
  }
}
