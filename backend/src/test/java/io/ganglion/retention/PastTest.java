package io.ganglion.retention;

import static io.ganglion.retention.OldMonth.execute;
import static io.ganglion.retention.OldMonth.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.engine.Drills;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import io.ganglion.testing.Inhabited;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which runs are forgotten, and what is left of them. */
@QuarkusTest
@Tag("it")
class PastTest {
  /** Everything that is of a run. */
  private static final String TABLES =
      """
      SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'run_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      """;

  /** As if the tenant's runs had all begun in January 2020 and ended 500 days ago. */
  private static final String AGE =
      """
      CREATE FUNCTION pg_temp.aged(id uuid) RETURNS uuid LANGUAGE sql AS $$
        SELECT (left(replace(ganglion_first_id('2020-01-10T00:00:00Z')::text, '-', ''), 12) || right(replace(id::text, '-', ''), 20))::uuid
      $$;
      SET session_replication_role = replica; -- references are made whole below
      DO $$
      DECLARE
        t text;
      BEGIN
        FOR t IN %s LOOP
          EXECUTE format('UPDATE %%I SET run_id = pg_temp.aged(run_id) WHERE tenant_id = ''%s''', t);
        END LOOP;
      END $$;
      UPDATE run SET id = pg_temp.aged(id), root_id = pg_temp.aged(root_id), parent_id = pg_temp.aged(parent_id), owner = NULL,
        state = CASE WHEN ended_at IS NULL THEN 'CANCELLED' ELSE state END, ended_at = now() - interval '500 days' WHERE tenant_id = '%2$s';
      UPDATE hold SET closed_at = opened_at, close_reason = 'end' WHERE tenant_id = '%2$s' AND closed_at IS NULL;
      UPDATE effect SET state = 'LANDED' WHERE tenant_id = '%2$s' AND state NOT IN ('UNDONE', 'NOT_LANDED', 'ABANDONED');
      DELETE FROM mcp_session WHERE tenant_id = '%2$s';
      UPDATE subscription SET agreed_at = now() - interval '600 days' WHERE tenant_id = '%2$s'
      """;

  /** And why. */
  private static final Set<String> STAYS =
      Set.of(
          "hold", // proves what was billed
          "agent_state_history", // who wrote an entry that is there still
          "lab_trial", // a score that others are compared with
          "mcp_session", // keeps its run
          "reservation", // of a run that goes on
          "event", // has an end of its own, as the next two
          "webhook_message",
          "webhook_delivery",
          "step", // goes with its month, as the next three
          "timer",
          "state_read",
          "consumption");

  @Inject Past past;
  @Inject Drills drills;

  @Test
  void of_a_run_whose_time_is_over_stays_what_a_bill_is_proved_by() throws Exception {
    OldMonth.open();
    var tenant = new Inhabited(); // on a plan with 400 days
    var other = new Inhabited();
    var id = TenantId.fromString(tenant.tenant).uuid();
    try (var superuser = Stack.asSuperuser()) {
      execute(superuser, AGE.formatted(TABLES, id));
      var before = have(superuser, id.toString());
      assertThat(before)
          .contains(
              "effect",
              "step",
              "outbox",
              "hold",
              "approval",
              "session",
              "session_step",
              "a2a_task",
              "mcp_call");
      var others = other.snapshot();

      assertThat(past.forget(Instant.now())).isPositive();

      assertThat(texts(superuser, "SELECT id FROM run WHERE tenant_id = '%s'".formatted(id)))
          .isEmpty();
      assertThat(have(superuser, id.toString())).isSubsetOf(STAYS);
      assertThat(other.snapshot()).isEqualTo(others);
    }
    tenant.request().get("/api/v1/runs").then().statusCode(200).body("data", Matchers.empty());
    tenant.request().get("/api/v1/runs/" + tenant.things.get("runs")).then().statusCode(404);
    tenant
        .request()
        .get("/api/v1/audit")
        .then()
        .statusCode(200)
        .body("data", Matchers.not(Matchers.empty()));
    assertThat(past.forget(Instant.now())).isZero();
  }

  @Test
  void every_table_of_a_run_is_forgotten_with_it_or_stays_for_a_reason() throws SQLException {
    try (var superuser = Stack.asSuperuser()) {
      var forget =
          texts(superuser, "SELECT prosrc FROM pg_proc WHERE proname = 'ganglion_forget'")
              .getFirst();
      assertThat(texts(superuser, TABLES))
          .allMatch(table -> STAYS.contains(table) ^ forget.contains("'%s'".formatted(table)));
    }
  }

  @Test
  void what_is_younger_or_goes_on_or_is_in_doubt_stays() throws SQLException {
    OldMonth.open();
    var tenant = drills.tenant(); // on Free: 30 days
    try (var superuser = Stack.asSuperuser()) {
      var old = OldMonth.run(superuser, tenant, "now() - interval '31 days'");
      var young = OldMonth.run(superuser, tenant, "now() - interval '29 days'");
      var going = OldMonth.run(superuser, tenant, "NULL");
      var doubtful = OldMonth.run(superuser, tenant, "now() - interval '31 days'");
      doubt(superuser, tenant, doubtful);
      var parent = OldMonth.run(superuser, tenant, "now() - interval '31 days'");
      var child = OldMonth.run(superuser, tenant, "NULL");
      execute(
          superuser,
          "UPDATE run SET parent_id = '%s', parent_position = '/do/0' WHERE id = '%s'"
              .formatted(parent.uuid(), child.uuid()));

      past.forget(Instant.now());

      assertThat(runs(superuser, tenant))
          .containsExactlyInAnyOrder(
              young.uuid().toString(),
              going.uuid().toString(),
              doubtful.uuid().toString(),
              parent.uuid().toString(),
              child.uuid().toString())
          .doesNotContain(old.uuid().toString());
      execute(
          superuser,
          "UPDATE run SET state = 'SUCCEEDED', ended_at = now() - interval '31 days' WHERE id = '%s'"
              .formatted(child.uuid()));
      past.forget(Instant.now());
      assertThat(runs(superuser, tenant))
          .doesNotContain(parent.uuid().toString(), child.uuid().toString());
    }
  }

  @Test
  void a_plan_that_keeps_its_history_keeps_it() throws SQLException {
    OldMonth.open();
    var tenant = drills.tenant();
    try (var superuser = Stack.asSuperuser()) {
      agrees(superuser, tenant, "enterprise", "2000 days");
      var old = OldMonth.run(superuser, tenant, "now() - interval '2000 days'");
      past.forget(Instant.now());
      assertThat(runs(superuser, tenant)).containsExactly(old.uuid().toString());
    }
  }

  @Test
  void who_chose_a_plan_with_less_history_has_two_weeks() throws SQLException {
    OldMonth.open();
    var tenant = drills.tenant();
    try (var superuser = Stack.asSuperuser()) {
      agrees(superuser, tenant, "team", "13 days");
      OldMonth.run(superuser, tenant, "now() - interval '91 days'");
      past.forget(Instant.now());
      assertThat(runs(superuser, tenant)).hasSize(1);
      execute(
          superuser,
          "UPDATE subscription SET agreed_at = now() - interval '15 days' WHERE tenant_id = '%s'"
              .formatted(tenant.uuid()));
      past.forget(Instant.now());
      assertThat(runs(superuser, tenant)).isEmpty();
    }
  }

  @Test
  void nobody_s_runs_are_forgotten_within_a_week() throws SQLException {
    try (var app = Stack.as("ganglion_app").getConnection()) {
      assertThatThrownBy(
              () ->
                  execute(
                      app,
                      "SELECT ganglion_forget('%s', now() - interval '6 days', 10)"
                          .formatted(TenantId.next().uuid())))
          .hasMessageContaining("seven days");
    }
  }

  private static void agrees(Connection superuser, TenantId tenant, String plan, String ago)
      throws SQLException {
    execute(
        superuser,
        """
        INSERT INTO subscription (tenant_id, plan, prices, fee_interval, fee_minor, currency, burst_minor, burst_offered, k, customer, agreed_at)
        VALUES ('%s', '%s', '2026-11', 'year', 0, 'EUR', 0, false, 1000, '{}', now() - interval '%s')
        """
            .formatted(tenant.uuid(), plan, ago));
  }

  private static void doubt(Connection superuser, TenantId tenant, RunId run) throws SQLException {
    execute(
        superuser,
        "INSERT INTO system (tenant_id, id, connector, environment, principal, label, hold_mode) VALUES ('%s', '%s', 'x', 'lab', 'p', 'l', 'shared')"
            .formatted(tenant.uuid(), run.uuid()));
    execute(
        superuser,
        """
        INSERT INTO effect (tenant_id, id, run_id, position, ordinal, phase, connector, action, system_id, retry_class, undo_class, arguments, arguments_hash,
          state, attempts, first_dispatched_at)
        VALUES ('%s', '%s', '%2$s', '/do/0', 0, 'do', 'x', 'x.createPost', '%2$s', 'never', 'none', '{}', '', 'UNKNOWN', 1, now())
        """
            .formatted(tenant.uuid(), run.uuid()));
  }

  private static List<String> runs(Connection superuser, TenantId tenant) throws SQLException {
    return texts(superuser, "SELECT id FROM run WHERE tenant_id = '%s'".formatted(tenant.uuid()));
  }

  /** The tables that have rows of the tenant's aged runs. */
  private static TreeSet<String> have(Connection superuser, String tenant) throws SQLException {
    var have = new TreeSet<String>();
    for (var table : texts(superuser, TABLES)) {
      if (!texts(
              superuser,
              "SELECT 1 FROM %s WHERE tenant_id = '%s' AND run_id < '%s' LIMIT 1"
                  .formatted(table, tenant, Uuid7.first(Instant.parse("2020-02-01T00:00:00Z"))))
          .isEmpty()) {
        have.add(table);
      }
    }
    return have;
  }
}
