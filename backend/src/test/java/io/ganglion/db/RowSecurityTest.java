package io.ganglion.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What keeps tenants apart, asked of the database itself. */
@QuarkusTest
@Tag("it")
@Tag("isolation")
class RowSecurityTest {
  /**
   * Tables of no tenant: workers, upstream budgets, people, libraries' own, numbers, and the tenant
   * itself, whose key is its id.
   */
  private static final Set<String> NO_TENANT_FIRST =
      Set.of(
          "worker",
          "worker_tenant",
          "budget",
          "budget_use",
          "tenant",
          "invoice_series",
          "person",
          "scheduled_tasks",
          "flyway_schema_history",
          "journal_part");

  private static final Set<String> NO_ROW_SECURITY =
      Set.of(
          "worker",
          "worker_tenant",
          "budget",
          "budget_use",
          "scheduled_tasks",
          "flyway_schema_history",
          "journal_part");

  @Test
  void every_table_forces_row_security() throws SQLException {
    assertThat(
            owner(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                  AND NOT (relrowsecurity AND relforcerowsecurity)
                """))
        .isSubsetOf(NO_ROW_SECURITY);
  }

  @Test
  void no_policy_parses_the_list_of_tenants_for_every_row() throws SQLException {
    assertThat(
            owner(
                """
                SELECT tablename || '.' || policyname FROM pg_policies
                WHERE qual LIKE '%string_to_array%' AND qual NOT LIKE '%SELECT%'
                """))
        .isEmpty();
  }

  @Test
  void every_primary_key_leads_with_the_tenant() throws SQLException {
    assertThat(
            owner(
                """
                SELECT c.relname FROM pg_class c
                LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
                LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                  AND a.attname IS DISTINCT FROM 'tenant_id'
                """))
        .isSubsetOf(NO_TENANT_FIRST);
  }

  @Test
  void every_table_lets_a_tenant_be_erased() throws SQLException {
    assertThat(
            owner(
                """
                SELECT c.relname FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
                  AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'erase')
                """))
        .isSubsetOf("vault_rotation", "incident", "incident_update"); // the operator's
  }

  @Test
  void no_role_that_serves_requests_gets_at_a_part_but_through_the_whole() throws SQLException {
    assertThat(owner("SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'"))
        .contains("step_later", "timer_later", "state_read_later", "consumption_later");
    for (var role : List.of("ganglion_app", "ganglion_engine")) {
      assertThat(
              owner(
                  """
                  SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'
                    AND has_table_privilege('%s', oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
                  """
                      .formatted(role)))
          .as(role)
          .isEmpty();
    }
  }

  @Test
  void no_tenant_is_erased_before_its_time() throws SQLException {
    var tenant = TenantId.next();
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO tenant (id, name, created_at) VALUES ('%s', 'one', now())"
              .formatted(tenant.uuid()));
      for (var table : List.of("tenant", "audit", "run")) {
        assertThatThrownBy(
                () ->
                    statement.execute(
                        "SELECT ganglion_erase('%s', '%s', 10)".formatted(table, tenant.uuid())))
            .hasMessageContaining("is not to be erased");
      }
    }
  }

  @Test
  void every_reference_within_a_tenant_includes_it() throws SQLException {
    assertThat(
            owner(
                """
                SELECT conrelid::regclass || '.' || conname FROM pg_constraint
                WHERE contype = 'f' AND connamespace = 'public'::regnamespace
                  AND confrelid NOT IN ('tenant'::regclass, 'worker'::regclass)
                  AND NOT EXISTS (SELECT FROM pg_attribute a
                                  WHERE a.attrelid = conrelid AND a.attnum = conkey[1] AND a.attname = 'tenant_id')
                """))
        .isEmpty();
  }

  @Test
  void no_role_that_serves_requests_can_get_around_it() throws SQLException {
    assertThat(
            owner(
                """
                SELECT rolname FROM pg_roles
                WHERE rolname IN ('ganglion_app', 'ganglion_engine', 'ganglion_owner')
                  AND (rolbypassrls OR rolsuper OR rolcreaterole)
                """))
        .isEmpty();
    assertThat(owner("SELECT viewname FROM pg_views WHERE schemaname = 'public'")).isEmpty();
  }

  @Test
  void no_tenant_set_sees_zero_rows_of_any_table() throws SQLException {
    aTenantWithAKey();
    for (var role : List.of("ganglion_app", "ganglion_engine")) {
      try (var connection = Stack.as(role).getConnection()) {
        for (var table : readable(connection)) {
          assertThat(texts(connection, "SELECT count(*)::text FROM " + table))
              .as("%s as %s", table, role)
              .containsExactly("0");
        }
      }
    }
  }

  @Test
  void a_tenant_sees_nothing_of_another() throws SQLException {
    aTenantWithAKey();
    var stranger = TenantId.next();
    try (var connection = Stack.asTenant("ganglion_app", stranger)) {
      for (var table : readable(connection)) {
        assertThat(texts(connection, "SELECT count(*)::text FROM " + table))
            .as(table)
            .containsExactly("0");
      }
    }
  }

  @Test
  void the_application_can_t_become_another_role() throws SQLException {
    try (var connection = Stack.as("ganglion_app").getConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("SET ROLE ganglion_owner"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("ALTER TABLE tenant DISABLE ROW LEVEL SECURITY"))
          .hasMessageContaining("must be owner");
    }
  }

  private static void aTenantWithAKey() throws SQLException {
    var tenant = TenantId.next();
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO tenant (id, name, created_at) VALUES ('%s', 'one', now())"
              .formatted(tenant.uuid()));
    }
  }

  /** The tables under row security that the connection's role may read. */
  private static List<String> readable(Connection connection) throws SQLException {
    var tables =
        texts(
            connection,
            """
            SELECT relname FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relforcerowsecurity
              AND has_table_privilege(oid, 'SELECT')
              AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid
                              AND pg_get_expr(polqual, polrelid) = 'true'
                              AND current_user::regrole = ANY (polroles))
            """);
    assertThat(tables).contains("tenant", "run");
    return tables;
  }

  private static List<String> owner(String sql) throws SQLException {
    try (var connection = Stack.as("ganglion_owner").getConnection()) {
      return texts(connection, sql);
    }
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
