package io.ganglion.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class TenantTxTest {
  private final TenantId tenant = TenantId.next();
  private final TenantId other = TenantId.next();
  @Inject TenantTx tx;
  @Inject EntityManager entities;

  @Test
  void a_transaction_sees_its_own_tenant_only() {
    tx.run(tenant, connection -> insert(connection, tenant));
    tx.run(other, connection -> insert(connection, other));

    assertThat(tx.<Integer>call(tenant, TenantTxTest::count)).isEqualTo(1);
    assertThat(tx.<Integer>call(TenantId.next(), TenantTxTest::count)).isZero();
  }

  @Test
  void a_row_of_another_tenant_can_t_be_written() {
    assertThatThrownBy(() -> tx.run(tenant, connection -> insert(connection, other)))
        .isInstanceOf(DatabaseFailed.class)
        .hasRootCauseMessage(
            "ERROR: new row violates row-level security policy for table \"tenant\"");
  }

  @Test
  void a_connection_that_is_lost_is_nobody_s_mistake() {
    assertThatThrownBy(() -> tx.run(tenant, TenantTxTest::terminate))
        .isInstanceOf(Unavailable.class);
    assertThat(tx.<Integer>call(tenant, TenantTxTest::count)).isZero();
  }

  @Test
  void not_even_where_it_is_lost_at_the_commit() {
    assertThatThrownBy(
            () ->
                tx.run(
                    tenant,
                    connection -> {
                      insert(connection, tenant);
                      terminateBeside(connection);
                    }))
        .isInstanceOf(Unavailable.class);
    assertThat(tx.<Integer>call(tenant, TenantTxTest::count)).isZero();
  }

  @Test
  void or_under_a_query_of_hibernate_s() {
    assertThatThrownBy(
            () ->
                tx.run(
                    tenant,
                    connection -> {
                      terminateBeside(connection);
                      entities.createNativeQuery("SELECT 1").getResultList();
                    }))
        .isInstanceOf(Unavailable.class);
  }

  private static void terminate(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(pg_backend_pid())");
    }
  }

  private static void terminateBeside(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_backend_pid()");
        var other = Stack.as("ganglion_app").getConnection();
        var kill = other.createStatement()) {
      row.next();
      kill.execute("SELECT pg_terminate_backend(%d, 5000)".formatted(row.getInt(1)));
    }
  }

  @Test
  void a_problem_rolls_back_and_passes_through() {
    assertThatThrownBy(
            () ->
                tx.run(
                    tenant,
                    connection -> {
                      insert(connection, tenant);
                      throw new InvalidRequest("/name", "no");
                    }))
        .isInstanceOf(InvalidRequest.class);
    assertThat(tx.<Integer>call(tenant, TenantTxTest::count)).isZero();
  }

  @Test
  void an_inner_call_of_the_same_tenant_joins() {
    assertThatThrownBy(
            () ->
                tx.run(
                    tenant,
                    outer -> {
                      tx.run(tenant, inner -> insert(inner, tenant));
                      assertThat(count(outer)).isEqualTo(1);
                      throw new InvalidRequest("/name", "no");
                    }))
        .isInstanceOf(InvalidRequest.class);
    assertThat(tx.<Integer>call(tenant, TenantTxTest::count)).isZero();
  }

  @Test
  void an_inner_call_of_another_tenant_is_refused() {
    assertThatThrownBy(() -> tx.run(tenant, outer -> tx.run(other, inner -> {})))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void it_works_on_a_thread_without_a_request() throws InterruptedException {
    var counted = new int[] {-1};
    var thread =
        Thread.ofVirtual().start(() -> counted[0] = tx.<Integer>call(tenant, TenantTxTest::count));
    thread.join();
    assertThat(counted[0]).isZero();
  }

  private static void insert(Connection connection, TenantId tenant) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO tenant (id, name, created_at) VALUES (?, 'one', now())")) {
      insert.setObject(1, tenant.uuid());
      insert.executeUpdate();
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM tenant")) {
      row.next();
      return row.getInt(1);
    }
  }
}
