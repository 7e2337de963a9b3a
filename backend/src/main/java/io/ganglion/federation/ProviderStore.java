package io.ganglion.federation;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of providers; called inside a tenant's transaction. */
final class ProviderStore {
  private static final String FIND =
      """
      SELECT kind, issuer, client_id, token_url, keys_url, userinfo_url, enforced, used_at, changed_at, version
      FROM sign_in_provider WHERE tenant_id = ?
      """;
  private static final String PUT =
      """
      INSERT INTO sign_in_provider
        (tenant_id, kind, issuer, client_id, token_url, keys_url, userinfo_url, relay_hash, changed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (tenant_id) DO UPDATE SET kind = excluded.kind, issuer = excluded.issuer,
        client_id = excluded.client_id, token_url = excluded.token_url, keys_url = excluded.keys_url,
        userinfo_url = excluded.userinfo_url, relay_hash = excluded.relay_hash, enforced = false,
        used_at = NULL, changed_at = excluded.changed_at, version = sign_in_provider.version + 1
      """;

  private ProviderStore() {}

  static Optional<SignInProvider> find(Connection connection, TenantId tenant) throws SQLException {
    try (var select = connection.prepareStatement(FIND)) {
      select.setObject(1, tenant.uuid());
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        var kind = SignInProvider.Kind.valueOf(row.getString(1).toUpperCase(java.util.Locale.ROOT));
        return Optional.of(
            new SignInProvider(
                kind,
                row.getString(2),
                kind == SignInProvider.Kind.OIDC
                    ? Optional.of(
                        new SignInProvider.Oidc(
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            Optional.ofNullable(row.getString(6))))
                    : Optional.empty(),
                row.getBoolean(7),
                instant(row.getTimestamp(8)),
                row.getTimestamp(9).toInstant(),
                row.getLong(10)));
      }
    }
  }

  /** What Keycloak must show, hashed; empty where there is nothing to relay. */
  static Optional<byte[]> relayHash(Connection connection, TenantId tenant) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT relay_hash FROM sign_in_provider WHERE tenant_id = ?")) {
      select.setObject(1, tenant.uuid());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** In place of whatever was there: not enforced, and not tried yet. */
  static void put(
      Connection connection, TenantId tenant, SignInProvider provider, byte @Nullable [] relayHash)
      throws SQLException {
    var oidc = provider.oidc();
    try (var insert = connection.prepareStatement(PUT)) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, provider.kind().text());
      insert.setString(3, provider.issuer());
      insert.setString(4, oidc.map(SignInProvider.Oidc::clientId).orElse(null));
      insert.setString(5, oidc.map(SignInProvider.Oidc::tokenUrl).orElse(null));
      insert.setString(6, oidc.map(SignInProvider.Oidc::keysUrl).orElse(null));
      insert.setString(7, oidc.flatMap(SignInProvider.Oidc::userinfoUrl).orElse(null));
      insert.setBytes(8, relayHash);
      insert.setTimestamp(9, Timestamp.from(provider.changedAt()));
      insert.executeUpdate();
    }
  }

  static void enforce(Connection connection, TenantId tenant, boolean enforced)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE sign_in_provider SET enforced = ?, version = version + 1 WHERE tenant_id = ?")) {
      update.setBoolean(1, enforced);
      update.setObject(2, tenant.uuid());
      update.executeUpdate();
    }
  }

  /** Whether it was the first use of the provider as it is. */
  static boolean used(Connection connection, TenantId tenant, Instant at) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE sign_in_provider SET used_at = ?, version = version + 1
            WHERE tenant_id = ? AND used_at IS NULL AND changed_at < ?
            """)) {
      update.setTimestamp(1, Timestamp.from(at));
      update.setObject(2, tenant.uuid());
      update.setTimestamp(3, Timestamp.from(at));
      return update.executeUpdate() == 1;
    }
  }

  static void delete(Connection connection, TenantId tenant) throws SQLException {
    try (var delete =
        connection.prepareStatement("DELETE FROM sign_in_provider WHERE tenant_id = ?")) {
      delete.setObject(1, tenant.uuid());
      delete.executeUpdate();
    }
  }

  private static Optional<Instant> instant(@Nullable Timestamp time) {
    return Optional.ofNullable(time).map(Timestamp::toInstant);
  }
}
