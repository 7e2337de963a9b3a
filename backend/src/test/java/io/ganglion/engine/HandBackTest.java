package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.coordination.Waiters;
import io.ganglion.db.EngineTx;
import io.ganglion.db.Lease;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Stack;
import io.ganglion.testing.TenantRows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class HandBackTest {
  @Inject Drills drills;

  private TenantId tenant = TenantId.NOBODY;
  private Lease lease;
  private HandBack handBack;

  @BeforeEach
  void register() throws SQLException {
    tenant = drills.tenant();
    lease = Lease.register(Stack.as("ganglion_engine"), "hands back");
    handBack = new HandBack(new EngineTx(Stack.as("ganglion_engine"), 1));
    execute("INSERT INTO worker_tenant (tenant_id, worker_id) VALUES (?, %d)", lease.worker());
  }

  /** Other tests take the latest worker for a living one. */
  @AfterEach
  void fence() throws SQLException {
    execute(
        "UPDATE worker SET fenced_at = now() WHERE id = %d AND ?::uuid IS NOT NULL",
        lease.worker());
  }

  private void execute(String sql, Object... words) throws SQLException {
    rows().execute(sql.formatted(words));
  }

  private TenantRows rows() {
    return new TenantRows(tenant);
  }

  private void used(int used) throws SQLException {
    execute("INSERT INTO capacity (tenant_id, k, ceiling, used) VALUES (?, 9, 9, %d)", used);
  }

  private void hold(RunId run) throws SQLException {
    execute(
        """
        WITH system AS (INSERT INTO system (tenant_id, id, connector, environment, principal, label, hold_mode)
          VALUES (?, uuidv7(), 'http', 'public', 'a', 'a', 'shared') RETURNING tenant_id, id)
        INSERT INTO hold (tenant_id, id, run_id, system_id, connector, weight, opened_at, fence)
        SELECT tenant_id, uuidv7(), '%s', id, 'http', 2, now(), %d FROM system
        """,
        run.uuid(), lease.worker());
  }

  @Test
  void what_a_run_held_that_is_handed_back_counts_no_more() throws SQLException {
    var run = RunId.next();
    execute(
        """
        INSERT INTO run (tenant_id, id, root_id, state, phase, input, owner)
        VALUES (?, '%1$s', '%1$s', 'RUNNING', 'running', '{}', %2$d)
        """,
        run.uuid(), lease.worker());
    hold(run);
    used(2);
    handBack.give(lease, tenant, run, Duration.ofHours(1));
    assertThat(rows().number("SELECT count(*) FROM hold WHERE tenant_id = ? AND closed_at IS NULL"))
        .isZero();
    assertThat(rows().number("SELECT used FROM capacity WHERE tenant_id = ?")).isZero();
    assertThat(rows().number("SELECT count(*) FROM run_queue WHERE tenant_id = ?")).isEqualTo(1);
  }

  @Test
  void who_waits_for_capacity_that_is_free_is_woken() throws SQLException {
    var run = waiting();
    used(9);
    execute(
        "INSERT INTO capacity_waiter (tenant_id, run_id, priority, weight) VALUES (?, '%s', 0, 1)",
        run.uuid());
    assertThat(woken()).as("there is no room yet").isZero();
    execute("UPDATE capacity SET used = 8 WHERE tenant_id = ?");
    assertThat(woken()).isEqualTo(1);
  }

  @Test
  void who_waits_for_a_system_that_nobody_has_is_handed_it() throws SQLException {
    execute(
        """
        WITH system AS (INSERT INTO system (tenant_id, id, connector, environment, principal, label, hold_mode)
          VALUES (?, uuidv7(), 'x', 'public', 'a', 'a', 'exclusive') RETURNING tenant_id, id)
        INSERT INTO system_waiter (tenant_id, system_id, run_id, alone) SELECT tenant_id, id, '%s', true FROM system
        """,
        waiting().uuid());
    assertThat(woken()).isEqualTo(1);
    assertThat(rows().number("SELECT count(*) FROM reservation WHERE tenant_id = ?")).isEqualTo(1);
  }

  private RunId waiting() throws SQLException {
    var run = RunId.next();
    execute(
        """
        INSERT INTO run (tenant_id, id, root_id, state, phase, input)
        VALUES (?, '%1$s', '%1$s', 'WAITING', 'waiting', '{}')
        """,
        run.uuid());
    return run;
  }

  /** How many are due; they are forgotten before a worker sees them, who would walk them. */
  private int woken() throws SQLException {
    return new EngineTx(Stack.as("ganglion_engine"), 1)
        .call(
            List.of(tenant),
            connection -> {
              Waiters.wake(connection, List.of(tenant));
              try (var due =
                  connection.prepareStatement("DELETE FROM run_queue WHERE tenant_id = ?")) {
                due.setObject(1, tenant.uuid());
                return due.executeUpdate();
              }
            });
  }

  @Test
  void what_counts_and_is_not_held_is_counted_again() throws SQLException {
    hold(RunId.next());
    used(7);
    handBack.mendCapacity(lease);
    assertThat(rows().number("SELECT used FROM capacity WHERE tenant_id = ?")).isEqualTo(2);
  }
}
