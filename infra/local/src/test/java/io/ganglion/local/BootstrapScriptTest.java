package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code infra/database/bootstrap} makes what {@link Bootstrap} makes. Needs psql. */
@Tag("infra")
class BootstrapScriptTest {
  private static final Path SCRIPT = Path.of("../database/bootstrap").toAbsolutePath().normalize();
  private static final RolePasswords PASSWORDS = new RolePasswords("o'wner", "app", "engine");

  /** Roles and their settings, and who may do what with the database and its schema. */
  private static final String MADE =
      """
      SELECT concat_ws(' ', rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolconfig)
      FROM pg_roles WHERE rolname LIKE 'ganglion%'
      UNION ALL
      SELECT concat_ws(' ', datname, datdba::regrole, pg_encoding_to_char(encoding), datlocprovider, datlocale,
        (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(datacl) AS a WHERE a::text NOT LIKE 'postgres=%'))
      FROM pg_database WHERE datname = 'ganglion'
      UNION ALL
      SELECT concat_ws(' ', nspname, nspowner::regrole,
        (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(nspacl) AS a))
      FROM pg_namespace WHERE nspname = 'public'
      ORDER BY 1
      """;

  private static final Home HOME = Home.of(BootstrapScriptTest.class);

  @AfterEach
  void delete() {
    HOME.close();
  }

  private static boolean psql() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql")));
  }

  private static String run(LocalPostgres server, String user, String password)
      throws IOException, InterruptedException {
    var url = server.superuserUrl();
    var builder = new ProcessBuilder("sh", SCRIPT.toString()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                url.replaceFirst(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1"),
                "PGUSER",
                user,
                "PGPASSWORD",
                password,
                "GANGLION_DB_OWNER_PASSWORD",
                PASSWORDS.owner(),
                "GANGLION_DB_APP_PASSWORD",
                PASSWORDS.app(),
                "GANGLION_DB_ENGINE_PASSWORD",
                PASSWORDS.engine(),
                "KEYCLOAK_DB_PASSWORD",
                "keycloak"));
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static List<String> made(LocalPostgres server) throws SQLException {
    var url = server.superuserUrl().replaceFirst("/postgres([?])", "/ganglion$1");
    var lines = new ArrayList<String>();
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var row = statement.executeQuery(MADE)) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
    }
    return lines;
  }

  private static void opens(LocalPostgres server, String role, String password)
      throws SQLException {
    var database = role.equals("keycloak") ? "keycloak" : "ganglion";
    var url = server.superuserUrl().replaceFirst("/postgres[?].*", "/" + database);
    DriverManager.getConnection(url, role, password).close();
  }

  @Test
  void it_makes_what_the_launcher_makes_and_may_run_again()
      throws IOException, InterruptedException, SQLException {
    assumeThat(psql()).as("psql is installed").isTrue();
    List<String> launchers;
    try (var server = LocalPostgres.start(HOME.path(), 0)) {
      Bootstrap.run(server.superuserUrl(), PASSWORDS);
      launchers = made(server);
    }
    HOME.close();
    try (var server = LocalPostgres.start(HOME.path(), 0)) {
      var password = LocalPostgres.password(HOME.path());
      run(server, "postgres", password);
      assertThat(run(server, "postgres", password)).contains("are there");
      assertThat(made(server)).isEqualTo(launchers).hasSize(5);
      opens(server, "ganglion_owner", PASSWORDS.owner());
      opens(server, "ganglion_app", PASSWORDS.app());
      opens(server, "ganglion_engine", PASSWORDS.engine());
      opens(server, "keycloak", "keycloak");
    }
  }

  @Test
  void an_administrator_who_is_no_superuser_may_run_it()
      throws IOException, InterruptedException, SQLException {
    assumeThat(psql()).as("psql is installed").isTrue();
    try (var server = LocalPostgres.start(HOME.path(), 0)) {
      try (var connection = DriverManager.getConnection(server.superuserUrl());
          var statement = connection.createStatement()) {
        statement.execute(
            "CREATE ROLE administrator LOGIN CREATEDB CREATEROLE PASSWORD 'administrator'");
      }
      run(server, "administrator", "administrator");
      run(server, "administrator", "administrator");
      opens(server, "ganglion_app", PASSWORDS.app());
      opens(server, "keycloak", "keycloak");
    }
  }
}
