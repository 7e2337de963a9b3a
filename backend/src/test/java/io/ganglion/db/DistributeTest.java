package io.ganglion.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.local.Bootstrap;
import io.ganglion.local.LocalPostgres;
import io.ganglion.local.RolePasswords;
import io.ganglion.testing.Stack;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code migrations/citus/distribute.sql} on a migrated PostgreSQL, where a stand-in refuses what
 * Citus refuses and distributes nothing. Whether Citus takes it is seen on Citus alone.
 */
@Tag("it")
class DistributeTest {
  private static final PsqlScript SCRIPT =
      PsqlScript.read(Path.of("../migrations/citus/distribute.sql"));
  private static final PsqlScript STAND_IN =
      PsqlScript.read(Path.of("src/test/resources/citus/stand-in.sql"));
  private static final String TENANT = "00000000-0000-7000-8000-00000000000a";
  private static final String OTHER = "00000000-0000-7000-8000-00000000000b";

  static LocalPostgres postgres;

  private Connection connection;

  @BeforeAll
  static void migrate(@TempDir Path folder) {
    postgres = LocalPostgres.start(folder.resolve("postgres"), 0);
    Bootstrap.run(
        postgres.superuserUrl(), new RolePasswords(Stack.PASSWORD, Stack.PASSWORD, Stack.PASSWORD));
    var flyway =
        Flyway.configure()
            .dataSource(postgres.jdbcUrl(), "ganglion_owner", Stack.PASSWORD)
            .locations("filesystem:../migrations")
            .load();
    flyway.migrate();
    assertThat(flyway.info().applied())
        .as("what is for Citus is no migration")
        .noneMatch(one -> one.getScript().contains("distribute"));
  }

  @AfterAll
  static void stop() {
    postgres.stop();
  }

  /** All of a test is one transaction, which never ends. */
  @BeforeEach
  void begin() throws SQLException {
    connection = Stack.asSuperuser(postgres.superuserUrl());
    connection.setAutoCommit(false);
    STAND_IN.run(connection);
    execute(
        connection, "SET search_path = public, stand_in", "SET citus.enable_unsafe_triggers = on");
  }

  @AfterEach
  void takeBack() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void every_table_is_in_one_place() throws SQLException {
    SCRIPT.run(connection);
    var distributed =
        texts("SELECT logicalrelid::text FROM pg_dist_partition WHERE key IS NOT NULL");
    var reference = texts("SELECT logicalrelid::text FROM pg_dist_partition WHERE key IS NULL");
    var local = texts("SELECT name FROM placed WHERE place = 'local'");
    var all = new ArrayList<>(distributed);
    all.addAll(reference);
    all.addAll(local);
    assertThat(all)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            texts(
                """
                SELECT c.oid::regclass::text FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                """));
    assertThat(distributed).contains("tenant", "run", "step", "effect", "hold", "ledger_row");
    assertThat(reference).containsExactlyInAnyOrder("person", "tenant_move");
    assertThat(texts("SELECT key FROM pg_dist_partition WHERE logicalrelid = 'tenant'::regclass"))
        .containsExactly("id");
    assertThat(
            texts(
                """
                SELECT DISTINCT key FROM pg_dist_partition WHERE key IS NOT NULL AND logicalrelid <> 'tenant'::regclass
                """))
        .containsExactly("tenant_id");
  }

  @Test
  void no_foreign_key_leaves_its_place() throws SQLException {
    var before = texts("SELECT conname FROM pg_constraint WHERE contype = 'f'");
    SCRIPT.run(connection);
    assertThat(
            texts(
                """
                SELECT k.conname FROM pg_constraint k
                LEFT JOIN pg_dist_partition f ON f.logicalrelid = k.conrelid
                LEFT JOIN pg_dist_partition t ON t.logicalrelid = k.confrelid
                WHERE k.contype = 'f' AND (f.logicalrelid IS NULL) <> (t.logicalrelid IS NULL)
                """))
        .isEmpty();
    assertThat(before)
        .filteredOn(
            name -> !texts("SELECT conname FROM pg_constraint WHERE contype = 'f'").contains(name))
        .as("what is not checked any more")
        .containsExactlyInAnyOrder(
            "worker_tenant_tenant_id_fkey",
            "sign_in_domain_tenant_id_fkey",
            "tenant_move_tenant_id_fkey");
  }

  @Test
  void rights_on_columns_are_granted_again_and_mean_the_same() throws SQLException {
    var before =
        texts(
            "SELECT attrelid || attname || attacl::text FROM pg_attribute WHERE attacl IS NOT NULL");
    assertThat(SCRIPT.run(connection))
        .filteredOn(made -> made.startsWith("GRANT "))
        .contains("GRANT SELECT (tenant_id, id, version) ON connection TO ganglion_engine")
        .hasSizeGreaterThan(5);
    assertThat(
            texts(
                "SELECT attrelid || attname || attacl::text FROM pg_attribute WHERE attacl IS NOT NULL"))
        .containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void who_numbers_rows_goes_before_who_takes_the_numbers() throws SQLException {
    var made = SCRIPT.run(connection);
    var order = made.stream().filter(one -> one.contains("create_distributed_table")).toList();
    assertThat(order.getFirst()).contains("'public.tenant'");
    for (var later : List.of("step", "timer", "consumption", "state_read", "effect")) {
      assertThat(order).containsSubsequence(distributing("outbox"), distributing(later));
    }
  }

  private static String distributing(String table) {
    return "SELECT create_distributed_table('public.%s', 'tenant_id', colocate_with => 'public.tenant')"
        .formatted(table);
  }

  @Test
  void a_second_run_distributes_nothing() throws SQLException {
    SCRIPT.run(connection);
    assertThat(SCRIPT.run(connection))
        .noneMatch(made -> made.contains("create_") || made.startsWith("ALTER TABLE"));
  }

  @Test
  void a_later_table_goes_with_the_next_run() throws SQLException {
    SCRIPT.run(connection);
    execute(
        connection,
        "CREATE TABLE later (tenant_id uuid NOT NULL REFERENCES tenant (id), PRIMARY KEY (tenant_id))");
    assertThat(SCRIPT.run(connection))
        .filteredOn(made -> made.contains("create_"))
        .containsExactly(distributing("later"));
  }

  @Test
  void a_partitioned_table_goes_by_its_parent() throws SQLException {
    execute(
        connection,
        "CREATE TABLE monthly (tenant_id uuid, at date, PRIMARY KEY (tenant_id, at)) PARTITION BY RANGE (at)",
        "CREATE TABLE monthly_2026_01 PARTITION OF monthly FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')",
        "CREATE TABLE monthly_later PARTITION OF monthly DEFAULT");
    assertThat(SCRIPT.run(connection))
        .filteredOn(made -> made.contains("monthly"))
        .containsExactly(distributing("monthly"));
  }

  @Test
  void a_table_without_a_tenant_has_to_be_named() throws SQLException {
    execute(connection, "CREATE TABLE curiosity (id uuid PRIMARY KEY)");
    refused("without tenant_id: curiosity", "say in the list of migrations/citus/distribute.sql");
  }

  @Test
  void a_table_that_is_gone_leaves_the_list() throws SQLException {
    execute(connection, "DROP TABLE budget_use");
    refused("no such table any more: budget_use");
  }

  @Test
  void what_no_shard_could_hold_true_is_refused() throws SQLException {
    execute(connection, "CREATE UNIQUE INDEX once ON run (id)");
    refused("do not include the partition column: \"run\": once");
  }

  @Test
  void a_reference_without_the_tenant_is_refused() throws SQLException {
    execute(
        connection,
        "CREATE TABLE loose (tenant_id uuid, whose uuid REFERENCES tenant (id), PRIMARY KEY (tenant_id))");
    refused("the partition column has to be in it: \"loose\"");
  }

  @Test
  void a_policy_with_a_subquery_has_to_be_thought_of() throws SQLException {
    execute(
        connection,
        "CREATE POLICY nosy ON run FOR SELECT TO ganglion_app USING (id IN (SELECT run_id FROM step))");
    refused("run.nosy", "Say in migrations/citus/distribute.sql what they become");
  }

  @Test
  void a_trigger_of_statements_is_refused() throws SQLException {
    execute(
        connection,
        "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
        "CREATE TRIGGER whole AFTER INSERT ON run FOR EACH STATEMENT EXECUTE FUNCTION nothing()");
    refused("triggers of statements on \"run\": whole");
  }

  @Test
  void it_says_what_has_to_be_configured() throws SQLException {
    execute(connection, "SET citus.enable_unsafe_triggers = off");
    refused("set citus.enable_unsafe_triggers = on in every node's configuration");
  }

  @Test
  void events_are_noted_as_before() throws SQLException {
    SCRIPT.run(connection);
    rows(
        "INSERT INTO webhook_tenant (tenant_id) VALUES ('%1$s')",
        "INSERT INTO notification_tenant (tenant_id) VALUES ('%1$s')");
    as("ganglion_app", "ganglion.tenant", TENANT);
    execute(
        connection,
        """
        INSERT INTO outbox (tenant_id, type, data) VALUES
          ('%1$s', 'run.state', '{"state": "FAILED"}'), ('%1$s', 'run.state', '{"state": "COMPLETED"}'),
          ('%1$s', 'invoice.issued', '{}')
        """
            .formatted(TENANT));
    assertThat(texts("SELECT count(*)::text FROM webhook_pending")).containsExactly("3");
    assertThat(
            texts(
                "SELECT o.type || coalesce(o.data ->> 'state', '') FROM notification_pending p JOIN outbox o USING (seq) ORDER BY 1"))
        .containsExactly("invoice.issued", "run.stateFAILED");
    as("ganglion_app", "ganglion.tenant", OTHER);
    execute(
        connection,
        "INSERT INTO outbox (tenant_id, type, data) VALUES ('%s', 'invoice.issued', '{}')"
            .formatted(OTHER));
    assertThat(texts("SELECT seq::text FROM webhook_pending")).isEmpty();
  }

  @Test
  void a_trigger_outlives_its_connection_as_before() throws SQLException {
    SCRIPT.run(connection);
    rows(
        """
        INSERT INTO connection (tenant_id, id, name, connector, environment, system_id, principal, label, status,
          credentials, key_generation, created_at, checked_at)
        VALUES ('%1$s', '%1$s', 'c', 'x', 'live', '%1$s', 'p', 'l', 'active', '', 1, now(), now())
        """,
        """
        INSERT INTO trigger (tenant_id, id, name, connection_id, connector, poll, arguments, type, interval_ms, cursor, created_at)
        VALUES ('%1$s', '%1$s', 't', '%1$s', 'x', 'p', '{}', 't', 1000, '{}', now())
        """);
    as("ganglion_app", "ganglion.tenant", TENANT);
    execute(connection, "DELETE FROM connection");
    assertThat(texts("SELECT coalesce(connection_id::text, 'none') FROM trigger"))
        .containsExactly("none");
  }

  @Test
  void the_engine_sees_its_tenants_and_a_person_theirs() throws SQLException {
    SCRIPT.run(connection);
    rows(
        """
        INSERT INTO member (tenant_id, person_id, kind, role, joined_at) VALUES ('%1$s', '%1$s', 'person', 'owner', now())
        """);
    as("ganglion_engine", "ganglion.tenants", OTHER);
    assertThat(texts("SELECT id::text FROM tenant")).containsExactly(OTHER);
    as("ganglion_app", "ganglion.person", TENANT);
    assertThat(texts("SELECT id::text FROM tenant")).containsExactly(TENANT);
    as("ganglion_app", "ganglion.person", OTHER);
    assertThat(texts("SELECT id::text FROM tenant")).isEmpty();
    assertThatThrownBy(() -> execute(connection, "SELECT ganglion_set('role', 'ganglion_owner')"))
        .hasMessageContaining("none of ours");
  }

  /** Two tenants, and rows of the first. */
  private void rows(String... inserts) throws SQLException {
    execute(connection, "SET session_replication_role = replica"); // what they refer to is left out
    for (var tenant : List.of(TENANT, OTHER)) {
      execute(
          connection,
          "INSERT INTO tenant (id, name, created_at) VALUES ('%s', 'one', now()) ON CONFLICT DO NOTHING"
              .formatted(tenant));
    }
    for (var insert : inserts) {
      execute(connection, insert.formatted(TENANT));
    }
    execute(connection, "RESET session_replication_role");
  }

  /** Goes on as a role that sees what one setting shows. */
  private void as(String role, String setting, String value) throws SQLException {
    execute(
        connection,
        "RESET ROLE",
        "SET LOCAL ganglion.tenant = ''",
        "SET LOCAL ganglion.tenants = ''",
        "SET ROLE " + role,
        "SELECT ganglion_set('%s', '%s')".formatted(setting, value));
  }

  private void refused(String... words) {
    assertThatThrownBy(() -> SCRIPT.run(connection))
        .isInstanceOf(SQLException.class)
        .message()
        .contains(words);
  }

  private List<String> texts(String sql) {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return texts;
  }

  private static void execute(Connection on, String... statements) throws SQLException {
    try (var statement = on.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
