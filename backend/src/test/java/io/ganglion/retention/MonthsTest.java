package io.ganglion.retention;

import static io.ganglion.retention.OldMonth.execute;
import static io.ganglion.retention.OldMonth.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.engine.Drills;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a month whose runs are forgotten. */
@QuarkusTest
@Tag("it")
class MonthsTest {
  private static final String PARTS =
      "SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r' AND relname LIKE '%\\_2020\\_01' ORDER BY 1";
  private static final String OVER = "now() - interval '31 days'";

  @Inject Past past;
  @Inject Months months;
  @Inject Drills drills;

  @BeforeEach
  void anEmptyMonth() throws SQLException {
    OldMonth.open();
    try (var superuser = Stack.asSuperuser()) {
      for (var table : List.of("step", "timer", "state_read", "consumption")) {
        execute(superuser, "TRUNCATE " + table + "_2020_01");
      }
      execute(
          superuser,
          """
          DELETE FROM effect WHERE run_id < '%1$s'; UPDATE run SET parent_id = NULL, parent_position = NULL WHERE id < '%1$s'; DELETE FROM run WHERE id < '%1$s';
          UPDATE journal_part SET forgotten = 0, kept = NULL WHERE name = '2020_01'
          """
              .formatted("016ffe0c-0c00-0000-0000-000000000000"));
    }
  }

  @Test
  void a_month_of_forgotten_runs_is_dropped() throws SQLException {
    var tenant = drills.tenant();
    try (var superuser = Stack.asSuperuser()) {
      OldMonth.run(superuser, tenant, OVER);
      past.forget(Instant.now());
      months.write();
      assertThat(texts(superuser, PARTS))
          .as("not on the day on which runs of it were forgotten")
          .hasSize(4);
      OldMonth.rest();
      months.write();
      assertThat(texts(superuser, PARTS)).isEmpty();
      assertThat(texts(superuser, "SELECT name FROM journal_part WHERE name = '2020_01'"))
          .isEmpty();
    }
  }

  @Test
  void one_whose_runs_some_are_kept_has_their_rows_alone() throws SQLException {
    var tenant = drills.tenant();
    try (var superuser = Stack.asSuperuser()) {
      OldMonth.run(superuser, tenant, OVER);
      var kept = OldMonth.run(superuser, tenant, "now() - interval '1 day'");
      var going = OldMonth.run(superuser, tenant, "NULL");
      past.forget(Instant.now());
      OldMonth.rest();
      months.write();
      assertThat(
              texts(
                  superuser, "SELECT run_id || ' ' || count(*) FROM step_2020_01 GROUP BY run_id"))
          .containsExactlyInAnyOrder(kept.uuid() + " 3", going.uuid() + " 3");
      assertThat(texts(superuser, PARTS)).hasSize(4);
      assertThat(
              texts(
                  superuser,
                  "SELECT forgotten || ' ' || kept FROM journal_part WHERE name = '2020_01'"))
          .containsExactly("0 2");
      try (var engine = engine(tenant)) {
        OldMonth.step(engine, tenant, going.uuid(), 3);
        assertThat(
                texts(
                    engine,
                    "SELECT tableoid::regclass FROM step WHERE run_id = '%s'"
                        .formatted(going.uuid())))
            .hasSize(4)
            .containsOnly("step_2020_01");
        assertThatThrownBy(() -> texts(engine, "SELECT 1 FROM step_2020_01"))
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void nothing_is_lost_of_what_a_run_that_goes_on_writes_meanwhile() throws Exception {
    var tenant = drills.tenant();
    try (var superuser = Stack.asSuperuser();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var going = OldMonth.run(superuser, tenant, "NULL");
      var done = new AtomicBoolean();
      var written =
          threads.submit(
              () -> {
                try (var engine = engine(tenant)) {
                  int place = 3;
                  for (; !done.get(); place++) {
                    OldMonth.step(engine, tenant, going.uuid(), place);
                  }
                  return place;
                }
              });
      for (int i = 0; i < 10; i++) {
        for (int j = 0; j < 10; j++) {
          OldMonth.run(superuser, tenant, OVER);
        }
        past.forget(Instant.now());
        OldMonth.rest();
        months.write();
      }
      done.set(true);
      var last = String.valueOf(written.get()); // before they are counted
      assertThat(
              texts(
                  superuser,
                  "SELECT count(*) FROM step WHERE run_id = '%s'".formatted(going.uuid())))
          .containsExactly(last);
      assertThat(texts(superuser, "SELECT count(DISTINCT run_id) FROM step_2020_01"))
          .containsExactly("1");
    }
  }

  @Test
  void it_is_left_for_later_while_a_tenant_is_erased_and_the_other_way_round() throws SQLException {
    var tenant = drills.tenant();
    try (var superuser = Stack.asSuperuser();
        var other = Stack.asSuperuser()) {
      OldMonth.run(superuser, tenant, OVER);
      past.forget(Instant.now());
      OldMonth.rest();
      execute(other, "BEGIN; SELECT pg_advisory_xact_lock_shared(ganglion_part_lock())");
      months.write();
      assertThat(texts(superuser, PARTS)).hasSize(4);
      execute(other, "ROLLBACK; BEGIN; SELECT pg_advisory_xact_lock(ganglion_part_lock())");
      execute(
          superuser,
          "UPDATE tenant SET deleted_at = now(), purge_at = now() WHERE id = '%s'"
              .formatted(tenant.uuid()));
      assertThatThrownBy(
              () ->
                  execute(
                      superuser,
                      "SELECT ganglion_erase('step', '%s', 10)".formatted(tenant.uuid())))
          .hasMessageContaining("is erased after it");
      execute(other, "ROLLBACK");
      months.write();
      assertThat(texts(superuser, PARTS)).isEmpty();
    }
  }

  @Test
  void it_waits_for_nobody_who_has_the_table_for_long() throws SQLException {
    var tenant = drills.tenant();
    try (var superuser = Stack.asSuperuser();
        var report = Stack.asSuperuser()) {
      OldMonth.run(superuser, tenant, OVER);
      past.forget(Instant.now());
      OldMonth.rest();
      execute(report, "BEGIN; SELECT count(*) FROM step");
      months.write();
      assertThat(texts(superuser, "SELECT count(*) FROM step_2020_01"))
          .as("as it was")
          .containsExactly("3");
      execute(report, "COMMIT");
      months.write();
      assertThat(texts(superuser, "SELECT to_regclass('step_2020_01')"))
          .containsExactly((String) null);
    }
  }

  private static Connection engine(TenantId tenant) throws SQLException {
    var engine = Stack.as("ganglion_engine").getConnection();
    execute(engine, "SET ganglion.tenants = '%s'".formatted(tenant.uuid()));
    return engine;
  }
}
