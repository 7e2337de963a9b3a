package io.ganglion.local;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Keycloak's own database and role in the local PostgreSQL. */
final class KeycloakDatabase {
  static final String NAME = "keycloak";

  private KeycloakDatabase() {}

  /**
   * Makes what is missing; the password is set anew.
   *
   * @param password hexadecimal, so that it needs no quoting
   */
  static void make(String superuserUrl, String password) {
    try (var connection = DriverManager.getConnection(superuserUrl);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'keycloak') THEN CREATE ROLE keycloak; END IF;
          END $$
          """);
      statement.execute(
          "ALTER ROLE keycloak LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%s'"
              .formatted(password));
      try (var there =
          statement.executeQuery("SELECT FROM pg_database WHERE datname = 'keycloak'")) {
        if (there.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE keycloak OWNER keycloak");
      statement.execute("REVOKE ALL ON DATABASE keycloak FROM PUBLIC");
    } catch (SQLException e) {
      throw new StackFailure("can't prepare Keycloak's database: " + e.getMessage(), e);
    }
  }
}
