package io.ganglion.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Puts many runs into the queue at once, past the API, so that the engine alone is measured, and
 * waits until they have ended.
 */
final class Runs {
  private static final String MADE =
      """
      WITH made AS (
        INSERT INTO run (tenant_id, id, root_id, workflow_id, state, input, started_at, phase, waiting_for)
        SELECT w.tenant_id, i.id, i.id, w.id, '%1$s', '{"n":1}', %2$s, '%3$s', %4$s
        FROM (SELECT uuidv7() AS id FROM generate_series(1, %5$d)) AS i,
             (SELECT * FROM workflow WHERE name = '%6$s' ORDER BY created_at DESC LIMIT 1) AS w
        RETURNING tenant_id, id)
      INSERT INTO run_queue (tenant_id, run_id, due_at) SELECT tenant_id, id, %7$s FROM made
      """;
  private static final String RELEASE =
      "UPDATE run_queue SET due_at = now() WHERE due_at = 'infinity'";

  /** By indexes: a look at all runs would be what is measured. */
  private static final String LEFT =
      """
      SELECT (EXISTS (SELECT FROM run WHERE owner IS NOT NULL)
              OR EXISTS (SELECT FROM run_queue WHERE due_at <= now()))::int
      """;

  private static final String OPEN = "SELECT count(*) FROM run WHERE ended_at IS NULL";
  private static final String FAILED =
      "SELECT count(*) FROM run WHERE ended_at IS NOT NULL AND state <> 'SUCCEEDED'";
  private static final String WALL =
      "SELECT extract(epoch FROM max(ended_at) - min(started_at)) FROM run WHERE created_at > '%s'";

  private final Rig rig;

  Runs(Rig rig) {
    this.rig = rig;
  }

  /**
   * Seconds from the first start to the last end of runs that are alone.
   *
   * @param workflow name of the workflow they run
   */
  double wall(String workflow, int count) throws SQLException, InterruptedException {
    forgetAll();
    return beside(workflow, count);
  }

  /** The same beside whatever there is. */
  double beside(String workflow, int count) throws SQLException, InterruptedException {
    try (var connection = rig.database()) {
      var before = text(connection, "SELECT clock_timestamp()");
      prepare(workflow, count);
      release();
      await(connection, LEFT);
      return number(connection, WALL.formatted(before));
    }
  }

  /** Puts runs into the queue that nobody takes until they are released. */
  void prepare(String workflow, int count) throws SQLException {
    try (var connection = rig.database()) {
      execute(
          connection,
          MADE.formatted(
              "QUEUED", "NULL", "pending", "NULL", count, workflow, "timestamptz 'infinity'"));
      execute(connection, "ANALYZE run, run_queue");
      execute(connection, "CHECKPOINT");
    }
  }

  /** Makes what was prepared due. */
  void release() throws SQLException {
    try (var connection = rig.database()) {
      execute(connection, RELEASE);
    }
  }

  /** Waits until none is due or at work. */
  void done() throws SQLException, InterruptedException {
    try (var connection = rig.database()) {
      await(connection, LEFT);
    }
  }

  /** Puts runs into the queue, due now, and does not wait for them. */
  void flood(String workflow, int count) throws SQLException {
    try (var connection = rig.database()) {
      execute(
          connection,
          MADE.formatted("QUEUED", "NULL", "pending", "NULL", count, workflow, "now()"));
    }
  }

  /**
   * Parks runs that only wait for a time.
   *
   * @param seconds from now
   * @return when they are due
   */
  String parked(String workflow, int count, int seconds) throws SQLException {
    forgetAll();
    try (var connection = rig.database()) {
      var due = text(connection, "SELECT now() + make_interval(secs => %d)".formatted(seconds));
      var waiting = "'{\"reason\":\"timer\"}'";
      execute(
          connection,
          MADE.formatted(
              "WAITING",
              "now()",
              "waiting",
              waiting,
              count,
              workflow,
              "timestamptz '" + due + "'"));
      execute(connection, "ANALYZE run, run_queue");
      return due;
    }
  }

  /** Waits until none is left, parked ones included. */
  void ended() throws SQLException, InterruptedException {
    try (var connection = rig.database()) {
      await(connection, OPEN);
    }
  }

  private static void await(Connection connection, String question)
      throws SQLException, InterruptedException {
    while (number(connection, question) > 0) {
      Thread.sleep(250); // each look reads all runs
    }
    if (number(connection, FAILED) > 0) {
      throw new IllegalStateException("a run of the benchmark failed");
    }
  }

  void forgetAll() throws SQLException {
    try (var connection = rig.database()) {
      execute(
          connection,
          "TRUNCATE run, run_queue, step, timer, state_read, consumption, effect, hold, reservation, system_waiter, outbox CASCADE");
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  static double number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getDouble(1);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
