package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows are made without what they refer to, in a transaction that is never committed. */
@QuarkusTest
@Tag("it")
class MeasuresTest {
  private static final Offset<Double> SOON = within(30.0);

  /** Makes rows. */
  private interface Rows {
    void insert(Statement statement) throws SQLException;
  }

  private static Map<String, Double> with(Rows rows) throws SQLException {
    try (var connection = Stack.asSuperuser()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("SET LOCAL session_replication_role = replica"); // no foreign keys
        rows.insert(statement);
        return seen(connection, statement);
      } finally {
        connection.rollback();
      }
    }
  }

  private static Map<String, Double> seen(Connection connection, Statement statement)
      throws SQLException {
    statement.execute("SET LOCAL ROLE ganglion_engine");
    return Measures.read(connection);
  }

  @Test
  void the_oldest_due_run_and_no_later_one_is_what_the_queue_s_delay_goes_by() throws SQLException {
    var measured =
        with(
            rows ->
                rows.execute(
                    """
                    INSERT INTO run_queue (tenant_id, run_id, due_at) VALUES
                      (gen_random_uuid(), gen_random_uuid(), now() - interval '10 days'),
                      (gen_random_uuid(), gen_random_uuid(), now() - interval '1 hour'),
                      (gen_random_uuid(), gen_random_uuid(), now() + interval '1 hour')
                    """));
    assertThat(measured.get("run_queue_delay")).isCloseTo(10 * 86_400.0, SOON);
    assertThat(measured.get("run_queue_due")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void effects_in_doubt_are_counted_and_settled_ones_are_not() throws SQLException {
    var sql =
        """
        INSERT INTO effect (tenant_id, id, run_id, position, ordinal, phase, connector, action, system_id, retry_class, undo_class,
          arguments, arguments_hash, state, attempts, first_dispatched_at)
        VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '/do/0/a', 0, 'do', 'x', 'createPost', gen_random_uuid(),
          'BLIND', 'IRREVERSIBLE', '{}', 'hash', '%s', 1, now() - interval '20 days')
        """;
    double before = Objects.requireNonNull(with(rows -> {}).get("effects_unknown"));
    var unknown = with(rows -> rows.execute(sql.formatted("UNKNOWN")));
    assertThat(unknown.get("effects_unknown")).isGreaterThan(before);
    assertThat(unknown.get("effects_unknown_age")).isCloseTo(20 * 86_400.0, SOON);
    var landed = with(rows -> rows.execute(sql.formatted("LANDED")));
    assertThat(landed.get("effects_unknown_age")).isLessThan(86_400.0);
  }

  @Test
  void an_open_hold_of_a_worker_that_was_fenced_is_leaked_after_a_minute() throws SQLException {
    var sql =
        """
        WITH dead AS (
          INSERT INTO worker (name, heartbeat_at, lease_until, fenced_at)
          VALUES ('dead', now(), now(), now() - interval '%s') RETURNING id)
        INSERT INTO hold (tenant_id, id, run_id, system_id, connector, weight, fence, opened_at)
        SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', 1, id, now() FROM dead
        """;
    double before = Objects.requireNonNull(with(rows -> {}).get("holds_leaked"));
    assertThat(with(rows -> rows.execute(sql.formatted("2 minutes"))).get("holds_leaked"))
        .isEqualTo(before + 1);
    assertThat(with(rows -> rows.execute(sql.formatted("10 seconds"))).get("holds_leaked"))
        .isEqualTo(before);
  }

  @Test
  void who_has_waited_longest_for_capacity_and_for_a_system_is_told() throws SQLException {
    var measured =
        with(
            rows -> {
              rows.execute(
                  """
                  INSERT INTO capacity_waiter (tenant_id, run_id, priority, since, weight)
                  VALUES (gen_random_uuid(), gen_random_uuid(), 0, now() - interval '3 days', 1)
                  """);
              rows.execute(
                  """
                  INSERT INTO system_waiter (tenant_id, system_id, run_id, alone, since)
                  VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), true, now() - interval '4 days')
                  """);
            });
    assertThat(measured.get("capacity_wait")).isCloseTo(3 * 86_400.0, SOON);
    assertThat(measured.get("system_wait")).isCloseTo(4 * 86_400.0, SOON);
    assertThat(measured.get("capacity_waiters")).isPositive();
    assertThat(measured.get("system_waiters")).isPositive();
  }

  @Test
  void a_lane_that_rests_is_not_late_and_one_that_is_due_is() throws SQLException {
    var sql =
        """
        INSERT INTO webhook_lane (tenant_id, endpoint_id, due_at, waiting)
        VALUES (gen_random_uuid(), gen_random_uuid(), now() + interval '%s', 7)
        """;
    var rests = with(rows -> rows.execute(sql.formatted("1 day")));
    assertThat(rests.get("webhook_waiting")).isGreaterThanOrEqualTo(7);
    assertThat(rests.get("webhook_delay")).isLessThan(3_600.0);
    assertThat(with(rows -> rows.execute(sql.formatted("-2 days"))).get("webhook_delay"))
        .isCloseTo(2 * 86_400.0, SOON);
  }

  @Test
  void errands_that_fail_again_and_again_are_told_from_those_that_are_late() throws SQLException {
    var measured =
        with(
            rows ->
                rows.execute(
                    """
                    INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version) VALUES
                      ('mail', 'a', now() + interval '1 hour', false, 9, 1),
                      ('mail', 'b', now() - interval '5 days', false, 0, 1)
                    """));
    assertThat(measured.get("errands_failing")).isPositive();
    assertThat(measured.get("errands_delay")).isCloseTo(5 * 86_400.0, SOON);
  }

  @Test
  void every_metric_has_a_column() throws SQLException {
    assertThat(with(rows -> {}))
        .containsOnlyKeys(Measures.NAMES.keySet())
        .doesNotContainValue(Double.NaN);
  }
}
