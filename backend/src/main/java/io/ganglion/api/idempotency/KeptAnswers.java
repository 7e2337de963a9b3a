package io.ganglion.api.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Rows of kept answers. */
@ApplicationScoped
class KeptAnswers {
  private static final String PURGE =
      """
      DELETE FROM idempotency_key WHERE tenant_id = ? AND key IN (
        SELECT key FROM idempotency_key WHERE tenant_id = ? AND expires_at < now()
        ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED)
      """;
  private static final String CLAIM =
      """
      INSERT INTO idempotency_key (tenant_id, key, route, body_hash, request_id, state, locked_until, expires_at)
      VALUES (?, ?, ?, ?, ?, 'running', now() + make_interval(secs => ?), now() + make_interval(secs => ?))
      ON CONFLICT DO NOTHING
      """;
  private static final String FIND =
      """
      SELECT body_hash, request_id, state, locked_until > now(), status, headers, response
      FROM idempotency_key WHERE tenant_id = ? AND key = ? FOR UPDATE
      """;
  private static final String RELOCK =
      """
      UPDATE idempotency_key SET locked_until = now() + make_interval(secs => ?)
      WHERE tenant_id = ? AND key = ? AND state = 'running'
      """;
  private static final String FINISH =
      """
      UPDATE idempotency_key
      SET state = 'done', status = ?, headers = ?::jsonb, response = ?, expires_at = now() + make_interval(secs => ?)
      WHERE tenant_id = ? AND key = ? AND state = 'running'
      """;
  private static final String FORGET =
      "DELETE FROM idempotency_key WHERE tenant_id = ? AND key = ? AND state = 'running'";

  private final TenantTx tx;
  private final IdempotencyConfig config;

  KeptAnswers(TenantTx tx, IdempotencyConfig config) {
    this.tx = tx;
    this.config = config;
  }

  /**
   * Claims a key for a request, or says what became of the one that has it.
   *
   * @param hash of everything that makes requests differ
   */
  Kept claim(TenantId tenant, String key, String route, byte[] hash, UUID request) {
    return tx.call(
        tenant,
        connection -> {
          purge(connection, tenant);
          try (var claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, tenant.uuid());
            claim.setString(2, key);
            claim.setString(3, route);
            claim.setBytes(4, hash);
            claim.setObject(5, request);
            claim.setDouble(6, seconds(config.lock()));
            claim.setDouble(7, seconds(config.keep()));
            if (claim.executeUpdate() == 1) {
              return new Kept.Go(request);
            }
          }
          return find(connection, tenant, key, hash);
        });
  }

  private Kept find(Connection connection, TenantId tenant, String key, byte[] hash)
      throws SQLException {
    try (var find = connection.prepareStatement(FIND)) {
      find.setObject(1, tenant.uuid());
      find.setString(2, key);
      try (var row = find.executeQuery()) {
        if (!row.next()) {
          return new Kept.Running(); // it was forgotten this very moment
        }
        if (!MessageDigest.isEqual(hash, row.getBytes(1))) {
          return new Kept.Mismatch();
        }
        if (row.getString(3).equals("done")) {
          return new Kept.Done(row.getInt(5), Json.read(row.getString(6)), row.getBytes(7));
        }
        if (row.getBoolean(4)) {
          return new Kept.Running();
        }
        relock(connection, tenant, key, config.lock());
        return new Kept.Go(row.getObject(2, UUID.class));
      }
    }
  }

  /** Keeps an answer. */
  void finish(TenantId tenant, String key, int status, JsonNode headers, byte[] body) {
    tx.run(
        tenant,
        connection -> {
          try (var finish = connection.prepareStatement(FINISH)) {
            finish.setInt(1, status);
            finish.setString(2, Json.write(headers));
            finish.setBytes(3, body);
            finish.setDouble(4, seconds(config.keep()));
            finish.setObject(5, tenant.uuid());
            finish.setString(6, key);
            finish.executeUpdate();
          }
        });
  }

  /** The request did nothing: the key is free again. */
  void forget(TenantId tenant, String key) {
    tx.run(
        tenant,
        connection -> {
          try (var forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, tenant.uuid());
            forget.setString(2, key);
            forget.executeUpdate();
          }
        });
  }

  /** Nobody knows what the request did: its repetition may run, under the same identifier. */
  void unlock(TenantId tenant, String key) {
    tx.run(tenant, connection -> relock(connection, tenant, key, Duration.ZERO));
  }

  private static void relock(Connection connection, TenantId tenant, String key, Duration lock)
      throws SQLException {
    try (var update = connection.prepareStatement(RELOCK)) {
      update.setDouble(1, seconds(lock));
      update.setObject(2, tenant.uuid());
      update.setString(3, key);
      update.executeUpdate();
    }
  }

  private static void purge(Connection connection, TenantId tenant) throws SQLException {
    try (var purge = connection.prepareStatement(PURGE)) {
      purge.setObject(1, tenant.uuid());
      purge.setObject(2, tenant.uuid());
      purge.executeUpdate();
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
