package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.bus.Bus;
import io.ganglion.bus.BusConfig;
import io.ganglion.bus.CloudEvent;
import io.ganglion.db.EngineTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class SweeperTest {
  @Inject Drills drills;
  @Inject Bus bus;

  private record Kept(Duration kept, int sweep) implements BusConfig {}

  private void sweep(Duration kept) throws SQLException {
    new Sweeper(new EngineTx(Stack.as("ganglion_engine"), 1), new Kept(kept, 2)).sweep();
  }

  private int stored(TenantId tenant) {
    return bus.list(tenant, Optional.empty(), 100, Optional.empty()).data().size();
  }

  @Test
  void events_are_kept_for_their_time_and_then_taken_away() throws SQLException {
    var tenant = drills.tenant();
    for (int i = 0; i < 5; i++) {
      var event = Json.object().put("specversion", "1.0").put("source", "/s").put("type", "t");
      bus.publish(tenant, List.of(CloudEvent.of(event.put("id", "e" + i), "")));
    }
    sweep(Duration.ofHours(1));
    assertThat(stored(tenant)).isEqualTo(5);
    sweep(Duration.ofHours(-1)); // as if an hour had passed
    assertThat(stored(tenant)).isZero();
  }

  @Test
  void months_of_the_journal_are_open_ahead_of_time_and_get_the_runs_that_came_before()
      throws SQLException {
    var last = YearMonth.now(ZoneOffset.UTC).plusMonths(Sweeper.AHEAD);
    var month = last.format(DateTimeFormatter.ofPattern("yyyy_MM", Locale.ROOT));
    var tenant = TenantId.next().uuid();
    var run = Uuid7.first(last.atDay(2).atStartOfDay(ZoneOffset.UTC).toInstant());
    try (var owner = Stack.as("ganglion_owner").getConnection();
        var engine = Stack.as("ganglion_engine").getConnection()) {
      for (var table : List.of("step", "timer", "state_read", "consumption")) {
        execute(owner, "DROP TABLE %s_%s".formatted(table, month)); // as if nobody had swept
      }
      execute(owner, "DELETE FROM journal_part WHERE name = '%s'".formatted(month));
      execute(engine, "SET ganglion.tenants = '%s'".formatted(tenant));
      execute(
          engine,
          """
          INSERT INTO step (tenant_id, run_id, position, seq, name, state, attempts, started_at, ended_at)
          VALUES ('%s', '%s', '/do/0/a', 1, 'a', 'completed', 1, now(), now())
          """
              .formatted(tenant, run));
      assertThat(home(engine, run)).isEqualTo("step_later");
      sweep(Duration.ofHours(1));
      assertThat(home(engine, run)).isEqualTo("step_" + month);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The part that has a run's step. */
  private static String home(Connection connection, UUID run) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT tableoid::regclass::text FROM step WHERE run_id = '%s'".formatted(run))) {
      row.next();
      return row.getString(1);
    }
  }
}
