package io.ganglion.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is left of the speed when the database has aged: a long journal, an old snapshot. */
final class Ageing {
  private static final int RUNS = 10_000;

  /** Runs a statement, so that none takes as long as the driver waits. */
  private static final int PORTION = 100_000;

  /** Old steps of runs of the last month. */
  private static final String OLD_STEPS =
      """
      INSERT INTO step (tenant_id, run_id, position, seq, name, state, attempts, output, started_at, ended_at)
      SELECT (SELECT id FROM tenant ORDER BY created_at DESC LIMIT 1), r.id, '/do/' || s || '/s' || s, s, 's' || s,
             'completed', 1, '{"n":2}', now(), now()
      FROM (SELECT uuidv7(random() * interval '-30 days') AS id FROM generate_series(1, %d)) AS r,
           generate_series(0, 9) AS s
      """;

  private final Rig rig;
  private final Path jar;

  Ageing(Rig rig, Path jar) {
    this.rig = rig;
    this.jar = jar;
  }

  /**
   * @param steps old ones in the journal
   */
  List<Figure> growth(int steps) throws Exception {
    try (var backend = start();
        var database = rig.database()) {
      var runs = new Runs(rig);
      runs.wall("ten-steps", RUNS);
      double young = rate(runs.wall("ten-steps", RUNS));
      for (int run = 0; run < steps / Steps.STEPS; run += PORTION) {
        Runs.execute(database, OLD_STEPS.formatted(PORTION));
        Runs.execute(database, "VACUUM ANALYZE step");
      }
      runs.beside("ten-steps", RUNS);
      double old = rate(runs.beside("ten-steps", RUNS));
      runs.forgetAll();
      return List.of(kept("steps after %,d old ones".formatted(steps), young, old, 0.8, 0.95));
    }
  }

  /**
   * A backup or a report keeps a snapshot open while runs go on: what its end sees of their speed.
   *
   * @param seconds how old the snapshot gets
   */
  List<Figure> snapshot(int seconds) throws Exception {
    try (var backend = start();
        var database = rig.database();
        var report = rig.database()) {
      var runs = new Runs(rig);
      runs.wall("ten-steps", RUNS);
      runs.forgetAll();
      var young = new ArrayList<Double>();
      for (int i = 0; i < Pairs.COUNT; i++) {
        young.add(rate(runs.beside("ten-steps", RUNS)));
      }
      report.setAutoCommit(false);
      Runs.execute(report, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      Runs.number(report, "SELECT count(*) FROM pg_class");
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      var rates = new ArrayList<Double>();
      while (System.nanoTime() < end || rates.size() < Pairs.COUNT) {
        rates.add(rate(runs.beside("ten-steps", RUNS)));
      }
      report.rollback();
      var old = rates.subList(rates.size() - Pairs.COUNT, rates.size()); // when it is oldest
      return List.of(
          kept(
              "steps beside a %d s snapshot".formatted(seconds),
              Pairs.median(young),
              Pairs.median(old),
              0.7,
              0.9));
    }
  }

  private Backend start() throws Exception {
    var backend = Backend.start(rig, jar, Map.of("GANGLION_ENGINE_MAX_RUNS", "1000"));
    backend.workflow(Steps.workflow());
    return backend;
  }

  private static double rate(double wall) {
    return RUNS * (double) Steps.STEPS / wall;
  }

  private static Figure kept(
      String name, double before, double after, double floor, double target) {
    double kept = after / before;
    return new Figure(name, after, "steps/s", before, kept, floor, target, true, List.of(kept));
  }
}
