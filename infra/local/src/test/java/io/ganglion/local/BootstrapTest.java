package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("infra")
class BootstrapTest {
  private static final Home HOME = Home.of(BootstrapTest.class);
  private static final RolePasswords PASSWORDS = new RolePasswords("o'wner", "a%pp", "engine");

  @SuppressWarnings("NullAway.Init")
  private static LocalPostgres server;

  @BeforeAll
  static void start() {
    server = LocalPostgres.start(HOME.path(), 0);
  }

  @AfterAll
  static void stop() {
    server.stop();
    HOME.close();
  }

  @BeforeEach
  void prepare() {
    Bootstrap.run(server.superuserUrl(), PASSWORDS);
  }

  @Test
  void runningItAgainKeepsTheDataAndTakesNewPasswords() throws SQLException {
    try (var owner = as("ganglion_owner", PASSWORDS.owner())) {
      owner.createStatement().execute("CREATE TABLE kept (answer int)");
    }
    Bootstrap.run(server.superuserUrl(), new RolePasswords("changed", "changed", "changed"));
    try (var owner = as("ganglion_owner", "changed")) {
      owner.createStatement().execute("DROP TABLE kept");
    }
  }

  @Test
  void noRoleIsASuperuserOrBypassesRowSecurity() throws SQLException {
    var query =
        "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'ganglion%'"
            + " AND rolcanlogin AND NOT rolsuper AND NOT rolbypassrls AND NOT rolcreaterole AND NOT rolcreatedb";
    try (var connection = DriverManager.getConnection(server.superuserUrl());
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(3);
    }
  }

  @Test
  void theApplicationAndTheEngineMayConnectButNotCreateTables() throws SQLException {
    try (var app = as("ganglion_app", PASSWORDS.app());
        var engine = as("ganglion_engine", PASSWORDS.engine())) {
      assertDenied(app);
      assertDenied(engine);
    }
  }

  @Test
  void aTransactionLeftIdleIsCutAfterTenSeconds() throws SQLException {
    try (var app = as("ganglion_app", PASSWORDS.app());
        var rows = app.createStatement().executeQuery("SHOW idle_in_transaction_session_timeout")) {
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("10s");
    }
  }

  private static void assertDenied(Connection connection) {
    assertThatThrownBy(() -> connection.createStatement().execute("CREATE TABLE mine (a int)"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  private static Connection as(String role, String password) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), role, password);
  }
}
