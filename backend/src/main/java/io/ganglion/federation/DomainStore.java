package io.ganglion.federation;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of domains; called inside a tenant's transaction. */
final class DomainStore {
  private static final String UNIQUE = "23505";

  private DomainStore() {}

  /** By name. */
  static List<SignInDomain> all(Connection connection, TenantId tenant) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT domain, token, created_at, verified_at FROM sign_in_domain
            WHERE tenant_id = ? ORDER BY domain
            """)) {
      select.setObject(1, tenant.uuid());
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<SignInDomain>();
        while (rows.next()) {
          found.add(
              new SignInDomain(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getTimestamp(3).toInstant(),
                  Optional.ofNullable(rows.getTimestamp(4)).map(Timestamp::toInstant)));
        }
        return found;
      }
    }
  }

  static void insert(Connection connection, TenantId tenant, SignInDomain domain)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO sign_in_domain (tenant_id, domain, token, created_at) VALUES (?, ?, ?, ?)")) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, domain.name());
      insert.setString(3, domain.token());
      insert.setTimestamp(4, Timestamp.from(domain.createdAt()));
      insert.executeUpdate();
    }
  }

  /**
   * @throws FederationProblem if another tenant has verified it
   */
  static void verify(Connection connection, TenantId tenant, String domain, Instant now)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE sign_in_domain SET verified_at = ? WHERE tenant_id = ? AND domain = ? AND verified_at IS NULL")) {
      update.setTimestamp(1, Timestamp.from(now));
      update.setObject(2, tenant.uuid());
      update.setString(3, domain);
      update.executeUpdate();
    } catch (SQLException e) {
      if (UNIQUE.equals(e.getSQLState())) {
        throw FederationProblem.taken(domain);
      }
      throw e;
    }
  }

  static void delete(Connection connection, TenantId tenant, String domain) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "DELETE FROM sign_in_domain WHERE tenant_id = ? AND domain = ?")) {
      delete.setObject(1, tenant.uuid());
      delete.setString(2, domain);
      delete.executeUpdate();
    }
  }
}
