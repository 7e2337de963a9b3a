package io.ganglion.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Puts many runs into the queue at once, past the API, so that the engine alone is measured, and
 * waits until they have ended.
 */
final class Runs {
  private static final String LOAD =
      """
      WITH made AS (
        INSERT INTO run (tenant_id, id, root_id, workflow_id, state, input)
        SELECT w.tenant_id, i.id, i.id, w.id, 'QUEUED', '{"n":1}'
        FROM (SELECT uuidv7() AS id FROM generate_series(1, ?)) AS i,
             (SELECT * FROM workflow WHERE name = ? ORDER BY created_at DESC LIMIT 1) AS w
        RETURNING tenant_id, id)
      INSERT INTO run_queue (tenant_id, run_id, due_at) SELECT tenant_id, id, 'infinity' FROM made
      """;
  private static final String RELEASE =
      "UPDATE run_queue SET due_at = now() WHERE due_at = 'infinity'";
  private static final String LEFT = "SELECT count(*) FROM run WHERE ended_at IS NULL";
  private static final String FAILED = "SELECT count(*) FROM run WHERE state <> 'SUCCEEDED'";
  private static final String WALL =
      "SELECT extract(epoch FROM max(ended_at) - min(started_at)) FROM run";

  private final Rig rig;

  Runs(Rig rig) {
    this.rig = rig;
  }

  /**
   * Seconds from the first start to the last end.
   *
   * @param workflow name of the workflow they run
   */
  double wall(String workflow, int count) throws SQLException, InterruptedException {
    try (var connection = rig.database()) {
      forget(connection);
      try (var load = connection.prepareStatement(LOAD)) {
        load.setInt(1, count);
        load.setString(2, workflow);
        load.executeUpdate();
      }
      execute(connection, "ANALYZE run, run_queue");
      execute(connection, "CHECKPOINT");
      execute(connection, RELEASE);
      while (number(connection, LEFT) > 0) {
        Thread.sleep(20);
      }
      if (number(connection, FAILED) > 0) {
        throw new IllegalStateException("a run of the benchmark failed");
      }
      return number(connection, WALL);
    }
  }

  private static void forget(Connection connection) throws SQLException {
    execute(
        connection,
        "TRUNCATE run, run_queue, step, timer, state_read, effect, hold, reservation, system_waiter, outbox CASCADE");
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
