package io.ganglion.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Roles and the database {@code ganglion}, as an operator would make them for a hosted server. May
 * run any number of times: what is missing is made, passwords and settings are set anew, data is
 * left alone.
 *
 * <p>None of the roles may bypass row-level security. Only the owner creates tables; the migrations
 * grant what the application and the engine may do with each.
 */
public final class Bootstrap {
  public static final String DATABASE = "ganglion";
  static final String OWNER = "ganglion_owner";
  static final String APP = "ganglion_app";
  static final String ENGINE = "ganglion_engine";

  private Bootstrap() {}

  /**
   * @param superuserUrl JDBC address of any database of the server, with a superuser's name and
   *     password
   * @throws StackFailure when the server refuses
   */
  public static void run(String superuserUrl, RolePasswords passwords) {
    try {
      try (var server = open(superuserUrl, null)) {
        role(server, OWNER, passwords.owner());
        role(server, APP, passwords.app());
        role(server, ENGINE, passwords.engine());
        database(server);
      }
      try (var database = open(superuserUrl, DATABASE)) {
        schema(database);
      }
    } catch (SQLException e) {
      throw new StackFailure("can't prepare the database: " + e.getMessage(), e);
    }
  }

  static Connection open(String url, @Nullable String database) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    if (database != null) {
      source.setDatabaseName(database);
    }
    return source.getConnection();
  }

  private static void role(Connection server, String name, String password) throws SQLException {
    if (!exists(server, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
      execute(server, "CREATE ROLE " + name);
    }
    execute(
        server,
        "ALTER ROLE %s LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"
            .formatted(name),
        // a transaction that waits for its client holds locks others need
        "ALTER ROLE %s SET idle_in_transaction_session_timeout = '10s'".formatted(name));
    try (var quote =
        server.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?::text, ?::text)")) {
      quote.setString(1, name);
      quote.setString(2, password);
      try (var row = quote.executeQuery()) {
        row.next();
        execute(server, row.getString(1));
      }
    }
  }

  private static void database(Connection server) throws SQLException {
    if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
      execute(server, "CREATE DATABASE %s OWNER %s".formatted(DATABASE, OWNER));
    }
    execute(
        server,
        "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(DATABASE),
        "GRANT CONNECT ON DATABASE %s TO %s, %s, %s".formatted(DATABASE, OWNER, APP, ENGINE));
  }

  private static void schema(Connection database) throws SQLException {
    execute(
        database,
        "ALTER SCHEMA public OWNER TO " + OWNER,
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE ON SCHEMA public TO %s, %s".formatted(APP, ENGINE));
  }

  private static boolean exists(Connection server, String query, String name) throws SQLException {
    try (var statement = server.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    for (String sql : List.of(statements)) {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
