package io.ganglion.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What runs cost that only wait: disk, and what others lose by them. */
final class Parked {
  private static final int MANY = 1_000_000;
  private static final int FEW = 1_000;
  private static final int RUNS = 10_000;
  private static final int FAR_S = 100_000;

  /** What a parked run has: its row, its place in the queue, and their indexes. */
  private static final String DISK =
      """
      SELECT sum(pg_total_relation_size(oid)) FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND (relname IN ('run', 'run_queue', 'outbox') OR relname LIKE 'step\\_%')
      """;

  private Parked() {}

  static List<Figure> figures(Rig rig, Path jar) throws Exception {
    var settings = Map.of("GANGLION_ENGINE_MAX_RUNS", "1000");
    try (var backend = Backend.start(rig, jar, settings);
        var database = rig.database()) {
      backend.workflow(Steps.workflow());
      backend.workflow(Timers.WORKFLOW);
      var runs = new Runs(rig);
      runs.wall("ten-steps", RUNS);
      runs.forgetAll();
      runs.parked("wake", FEW, FAR_S);
      double few = rate(runs);
      runs.forgetAll();
      double heap = backend.liveHeap();
      double empty = Runs.number(database, DISK);
      runs.parked("wake", MANY, FAR_S);
      double bytes = (Runs.number(database, DISK) - empty) / MANY;
      double grown = Math.max(0, (backend.liveHeap() - heap) / MANY);
      Runs.execute(database, "VACUUM ANALYZE run, run_queue");
      double many = rate(runs);
      return List.of(
          Figure.plain("parked run, on disk", bytes, "B", 500, 300),
          Figure.plain("parked run, in memory", grown, "B", 200, 0),
          new Figure(
              "steps beside 1,000,000 parked",
              many,
              "steps/s",
              few,
              many / few,
              0.8,
              0.95,
              true,
              List.of(many / few)));
    }
  }

  private static double rate(Runs runs) throws Exception {
    runs.beside("ten-steps", RUNS);
    return RUNS * (double) Steps.STEPS / runs.beside("ten-steps", RUNS);
  }
}
