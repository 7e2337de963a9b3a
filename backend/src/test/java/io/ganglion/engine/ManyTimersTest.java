package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunState;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs whose waits end at the same instant. */
@QuarkusTest
@Tag("it")
class ManyTimersTest {
  private static final Duration LATEST = Duration.ofSeconds(10);

  /** Copies of a run that waits, with its timer and its place in the queue. */
  private static final String COPY =
      """
      WITH made AS (
        INSERT INTO run (tenant_id, id, root_id, workflow_id, state, phase, input, waiting_for, started_at)
        SELECT r.tenant_id, i.id, i.id, r.workflow_id, r.state, r.phase, r.input, r.waiting_for, r.started_at
        FROM run r CROSS JOIN (SELECT gen_random_uuid() AS id FROM generate_series(1, ?)) AS i
        WHERE r.id = ? RETURNING tenant_id, id),
      timed AS (INSERT INTO timer (tenant_id, run_id, position, due_at)
                SELECT m.tenant_id, m.id, t.position, ? FROM made m JOIN timer t ON t.run_id = ?)
      INSERT INTO run_queue (tenant_id, run_id, due_at) SELECT tenant_id, id, ? FROM made
      """;

  /** Every walk after the wait notes when it came to it. */
  private static final String RESUMED =
      """
      SELECT count(*), min(ended_at) AS first, max(ended_at) AS last,
             (SELECT count(*) FROM run WHERE ended_at IS NOT NULL) AS ended
      FROM step WHERE name = 'nap' AND run_id <> ?
      """;

  @Inject Drills drills;

  private record Resumed(int count, Timestamp first, Timestamp last, int ended) {}

  @Test
  void two_thousand_timers_of_one_instant_are_all_on_time() throws SQLException {
    allComeBack(2_000, Duration.ofSeconds(3));
  }

  @Test
  @Tag("long")
  void a_hundred_thousand_timers_of_one_instant_are_all_on_time() throws SQLException {
    allComeBack(100_000, Duration.ofSeconds(30));
  }

  private void allComeBack(int count, Duration preparing) throws SQLException {
    var tenant = drills.tenant();
    var first = drills.start(tenant, "- nap: {wait: {seconds: 2}}\n- after: {set: {a: 1}}");
    drills.await(tenant, first, RunState.WAITING);
    var due = Instant.now().plus(preparing);
    try (var connection = engine(tenant)) {
      copy(connection, first, count, due);
      assertThat(Instant.now()).as("all are there in time").isBefore(due);
      var resumed =
          Patience.await()
              .atMost(Duration.ofMinutes(3))
              .pollInterval(
                  Duration.ofSeconds(
                      2)) // it reads every step: asked often it takes what it measures
              .until(() -> resumed(connection, first), now -> now.count() == count);
      var late = Duration.between(due, resumed.last().toInstant());
      System.out.printf("%,d timers: the last came %,d ms late%n", count, late.toMillis());
      assertThat(resumed.first().toInstant()).as("none is early").isAfterOrEqualTo(due);
      assertThat(late).isLessThan(LATEST);
    }
  }

  private static Connection engine(TenantId tenant) throws SQLException {
    var connection = Stack.as("ganglion_engine").getConnection();
    try (var scope = connection.createStatement()) {
      scope.execute("SET ganglion.tenants = '%s'".formatted(tenant.uuid()));
    }
    return connection;
  }

  private static void copy(Connection connection, RunId run, int count, Instant due)
      throws SQLException {
    try (var insert = connection.prepareStatement(COPY)) {
      insert.setInt(1, count);
      insert.setObject(2, run.uuid());
      insert.setTimestamp(3, Timestamp.from(due));
      insert.setObject(4, run.uuid());
      insert.setTimestamp(5, Timestamp.from(due));
      insert.executeUpdate();
    }
  }

  private static Resumed resumed(Connection connection, RunId first) throws SQLException {
    try (var select = connection.prepareStatement(RESUMED)) {
      select.setObject(1, first.uuid());
      try (var row = select.executeQuery()) {
        row.next();
        return new Resumed(
            row.getInt("count"),
            row.getTimestamp("first"),
            row.getTimestamp("last"),
            row.getInt("ended"));
      }
    }
  }
}
