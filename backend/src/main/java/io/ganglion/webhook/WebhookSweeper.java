package io.ganglion.webhook;

import io.ganglion.db.EngineTx;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes away messages whose time is over, with their deliveries and tries. */
final class WebhookSweeper {
  static final Duration PERIOD = Duration.ofMinutes(1);

  private static final String TENANTS =
      "SELECT tenant_id FROM webhook_tenant WHERE tenant_id > ? ORDER BY tenant_id LIMIT ?";

  /** A message on its way somewhere stays. */
  private static final String SWEEP =
      """
      WITH old AS (
        SELECT m.tenant_id, m.id FROM unnest(?::uuid[]) AS t (tenant_id) CROSS JOIN LATERAL (
          SELECT w.tenant_id, w.id FROM webhook_message w
          WHERE w.tenant_id = t.tenant_id AND w.at < now() - make_interval(secs => ?)
            AND NOT EXISTS (
              SELECT FROM webhook_endpoint e JOIN webhook_delivery d ON d.tenant_id = e.tenant_id AND d.endpoint_id = e.id
              WHERE e.tenant_id = w.tenant_id AND d.message_id = w.id AND d.state = 'pending')
          ORDER BY w.at LIMIT ?) m),
      places AS (
        SELECT o.tenant_id, e.id AS endpoint_id, o.id AS message_id FROM old o JOIN webhook_endpoint e ON e.tenant_id = o.tenant_id),
      tries AS (
        DELETE FROM webhook_attempt a USING places p
        WHERE a.tenant_id = p.tenant_id AND a.endpoint_id = p.endpoint_id AND a.message_id = p.message_id),
      deliveries AS (
        DELETE FROM webhook_delivery d USING places p
        WHERE d.tenant_id = p.tenant_id AND d.endpoint_id = p.endpoint_id AND d.message_id = p.message_id),
      gone AS (
        DELETE FROM webhook_message m USING old o WHERE m.tenant_id = o.tenant_id AND m.id = o.id RETURNING 1)
      SELECT count(*) FROM gone
      """;

  /** Endpoints that were deleted go with the last of their deliveries. */
  private static final String ENDPOINTS =
      """
      DELETE FROM webhook_endpoint e USING unnest(?::uuid[]) AS t (tenant_id)
      WHERE e.tenant_id = t.tenant_id AND e.deleted_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM webhook_delivery d WHERE d.tenant_id = e.tenant_id AND d.endpoint_id = e.id)
      """;

  /** Of a tenant without endpoints no events are noted any more. */
  private static final String TENANT =
      """
      DELETE FROM webhook_tenant t WHERE t.tenant_id = ANY (ARRAY(
          SELECT l.tenant_id FROM webhook_tenant l WHERE l.tenant_id = ANY (?) FOR UPDATE SKIP LOCKED))
        AND NOT EXISTS (SELECT FROM webhook_endpoint e WHERE e.tenant_id = t.tenant_id)
        AND NOT EXISTS (SELECT FROM webhook_pending p WHERE p.tenant_id = t.tenant_id)
        AND NOT EXISTS (SELECT FROM webhook_message m WHERE m.tenant_id = t.tenant_id)
      """;

  private static final int TENANTS_AT_ONCE = 100;

  private final EngineTx tx;
  private final WebhookConfig config;
  private TenantId after = TenantId.NOBODY;

  WebhookSweeper(EngineTx tx, WebhookConfig config) {
    this.tx = tx;
    this.config = config;
  }

  /**
   * Sweeps some tenants' rows.
   *
   * @return whether there are more to be looked at
   */
  boolean sweep() throws SQLException {
    var tenants = tx.once(this::tenants);
    if (tenants.isEmpty()) {
      after = TenantId.NOBODY; // from the beginning, after a while
      return false;
    }
    var some = tenants;
    long gone = tx.call(some, connection -> sweep(connection, some));
    if (gone < config.sweep()) {
      after = tenants.getLast(); // else there may be more of theirs
    }
    return true;
  }

  private List<TenantId> tenants(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(TENANTS)) {
      select.setObject(1, after.uuid());
      select.setInt(2, TENANTS_AT_ONCE);
      var found = new ArrayList<TenantId>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(new TenantId(row.getObject(1, UUID.class)));
        }
      }
      return found;
    }
  }

  private long sweep(Connection connection, List<TenantId> tenants) throws SQLException {
    var all = connection.createArrayOf("uuid", tenants.stream().map(TenantId::uuid).toArray());
    long gone;
    try (var sweep = connection.prepareStatement(SWEEP)) {
      sweep.setArray(1, all);
      sweep.setLong(2, config.kept().toSeconds());
      sweep.setInt(3, config.sweep());
      try (var row = sweep.executeQuery()) {
        row.next();
        gone = row.getLong(1);
      }
    }
    for (var sql : List.of(ENDPOINTS, TENANT)) {
      try (var delete = connection.prepareStatement(sql)) {
        delete.setArray(1, all);
        delete.executeUpdate();
      }
    }
    return gone;
  }
}
