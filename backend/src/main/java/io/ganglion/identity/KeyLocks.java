package io.ganglion.identity;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.ApiKeyId;
import io.ganglion.kernel.Cidr;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Looks up what a key has to fit: the one question that every request asks of the database. */
@ApplicationScoped
class KeyLocks {
  private static final String FIND =
      """
      SELECT k.mode, k.secret_hash, k.scopes, k.addresses, k.expires_at, k.revoked_at, k.last_used_at,
        t.deleted_at IS NOT NULL AS closing, t.suspended_at IS NOT NULL AS suspended,
        EXISTS (SELECT FROM tenant_move m WHERE m.tenant_id = t.id) AS moving
      FROM api_key k JOIN tenant t ON t.id = k.tenant_id WHERE k.tenant_id = ? AND k.id = ?
      """;

  private final TenantTx tx;

  KeyLocks(TenantTx tx) {
    this.tx = tx;
  }

  Optional<KeyLock> find(TenantId tenant, ApiKeyId key) {
    return tx.ask(
        tenant,
        FIND,
        parameters -> parameters.withUuid(tenant.uuid()).withUuid(key.uuid()),
        rows -> rows.next() ? Optional.of(read(rows)) : Optional.empty());
  }

  private static KeyLock read(ResultSet row) throws SQLException {
    return new KeyLock(
        row.getString("mode"),
        row.getBytes("secret_hash"),
        Set.of((String[]) row.getArray("scopes").getArray()),
        Arrays.stream((String[]) row.getArray("addresses").getArray()).map(Cidr::of).toList(),
        time(row, "expires_at"),
        time(row, "revoked_at"),
        time(row, "last_used_at"),
        row.getBoolean("closing"),
        row.getBoolean("suspended"),
        row.getBoolean("moving"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(at -> at.toInstant());
  }
}
