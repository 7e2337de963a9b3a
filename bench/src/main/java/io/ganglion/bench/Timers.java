package io.ganglion.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** Parked runs that are all due at one instant. */
final class Timers {
  static final String WORKFLOW =
      """
      document: {dsl: '1.0.3', namespace: bench, name: wake, version: '1.0.0'}
      do:
      - woken: {call: ganglion.record, with: {value: 1}}
      """;

  /** Parks runs as a wait does: their rows, and when they are due. */
  private static final String LATENESS =
      """
      SELECT 1000 * percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM started_at - '%s'::timestamptz)) FROM step
      """;

  private static final String EARLY =
      "SELECT count(*) FROM step WHERE started_at < '%s'::timestamptz";
  private static final String LAST =
      "SELECT extract(epoch FROM max(started_at) - '%s'::timestamptz) FROM step";

  /** Rounds until the compiler, a third of the worker's time at first, has come to rest. */
  private static final int WARM_UP = 2;

  private final Rig rig;
  private final Runs runs;

  Timers(Rig rig) {
    this.rig = rig;
    this.runs = new Runs(rig);
  }

  /** 5,000 against db-scheduler's. */
  static Figure few(Rig rig, Path jar, int count) throws Exception {
    try (var peer = PeerProcess.start(rig, "db-scheduler");
        var backend = Backend.start(rig, jar, Map.of())) {
      backend.workflow(WORKFLOW);
      var timers = new Timers(rig);
      for (int i = 0; i < WARM_UP * 2; i++) {
        timers.late(count, LATENESS);
      }
      peer.measure("timers 1000");
      return Pairs.of(
          "timers, 5,000 at once, p99 late",
          "ms",
          () -> peer.measure("timers " + count),
          () -> timers.late(count, LATENESS),
          0.5,
          0.2,
          false);
    }
  }

  /** Seconds until the last of so many has been resumed. */
  static Figure many(Rig rig, Path jar, int count) throws Exception {
    try (var backend = Backend.start(rig, jar, Map.of())) {
      backend.workflow(WORKFLOW);
      var timers = new Timers(rig);
      for (int i = 0; i < WARM_UP; i++) {
        timers.late(count, LATENESS);
      }
      return Pairs.alone(
          "timers, 100,000 in a second, last", "s", () -> timers.late(count, LAST), 10, 5, false);
    }
  }

  /**
   * @param question about the steps, with the place of the time they were due
   */
  private double late(int count, String question) throws SQLException, InterruptedException {
    var due = runs.parked("wake", count, 5 + count / 5_000);
    runs.ended();
    try (var connection = rig.database()) {
      if (Runs.number(connection, EARLY.formatted(due)) > 0) {
        throw new IllegalStateException("a timer fired early");
      }
      return Runs.number(connection, question.formatted(due));
    }
  }
}
