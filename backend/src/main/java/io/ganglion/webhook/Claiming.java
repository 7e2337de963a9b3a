package io.ganglion.webhook;

import io.ganglion.db.EngineTx;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * Takes tries that are due, a few for each endpoint. The row of an endpoint's lane is locked
 * meanwhile, so that all processes together keep its width; what is locked is passed by.
 */
final class Claiming {
  private static final String LANES =
      """
      SELECT tenant_id, endpoint_id FROM webhook_lane WHERE due_at <= now() AND NOT tenant_id = ANY (?)
      ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
      """;

  /**
   * An ordered endpoint gets a message once the earlier ones of its run are over. What is taken is
   * due again when the lease ends, should nobody say what came of it.
   */
  private static final String TAKE =
      """
      WITH lane AS (
        SELECT l.tenant_id, l.endpoint_id, l.wide, e.url, e.ordered, n.room,
          l.wide - (SELECT count(*) FROM webhook_delivery d
                    WHERE d.tenant_id = l.tenant_id AND d.endpoint_id = l.endpoint_id AND d.leased_until > now()) AS free
        FROM unnest(?::uuid[], ?::uuid[], ?::int[]) AS n (tenant_id, endpoint_id, room)
        JOIN webhook_lane l ON l.tenant_id = n.tenant_id AND l.endpoint_id = n.endpoint_id
        JOIN webhook_endpoint e ON e.tenant_id = l.tenant_id AND e.id = l.endpoint_id
        JOIN tenant t ON t.id = l.tenant_id
        WHERE e.disabled_at IS NULL AND e.deleted_at IS NULL AND t.deleted_at IS NULL),
      due AS (
        SELECT d.tenant_id, d.endpoint_id, d.message_id, l.url, l.wide, l.room, d.due_at,
          row_number() OVER (PARTITION BY d.tenant_id ORDER BY d.due_at) AS nth
        FROM lane l CROSS JOIN LATERAL (
          SELECT p.tenant_id, p.endpoint_id, p.message_id, p.due_at FROM webhook_delivery p
          WHERE p.tenant_id = l.tenant_id AND p.endpoint_id = l.endpoint_id AND p.state = 'pending' AND p.due_at <= now()
            AND (NOT l.ordered OR p.run_id IS NULL OR NOT EXISTS (
              SELECT FROM webhook_delivery f
              WHERE f.tenant_id = p.tenant_id AND f.endpoint_id = p.endpoint_id AND f.run_id = p.run_id
                AND f.seq < p.seq AND f.state = 'pending'))
          ORDER BY p.due_at, p.seq LIMIT greatest(l.free, 0) FOR UPDATE OF p SKIP LOCKED) d),
      chosen AS (SELECT * FROM due WHERE nth <= room ORDER BY due_at LIMIT ?),
      taken AS (
        UPDATE webhook_delivery d SET attempts = d.attempts + 1,
          leased_until = now() + make_interval(secs => ?), due_at = now() + make_interval(secs => ?)
        FROM chosen c
        WHERE d.tenant_id = c.tenant_id AND d.endpoint_id = c.endpoint_id AND d.message_id = c.message_id
        RETURNING d.tenant_id, d.endpoint_id, d.message_id, d.run_id, d.attempts, d.base, c.url, c.wide, c.due_at AS was_due)
      SELECT k.*, m.body, r.traceparent FROM taken k JOIN webhook_message m ON m.tenant_id = k.tenant_id AND m.id = k.message_id
      LEFT JOIN run r ON r.tenant_id = k.tenant_id AND r.id = k.run_id
      ORDER BY k.was_due
      """;

  /** Whoever ends a try wakes its lane; to look again after a second is for when nobody does. */
  private static final String NEXT =
      """
      UPDATE webhook_lane l SET due_at = greatest(coalesce(l.rests_until, '-infinity'), coalesce((
        SELECT CASE WHEN d.due_at <= now() THEN now() + interval '1 second' ELSE d.due_at END FROM webhook_delivery d
        WHERE d.tenant_id = l.tenant_id AND d.endpoint_id = l.endpoint_id AND d.state = 'pending'
        ORDER BY d.due_at LIMIT 1), 'infinity'))
      FROM unnest(?::uuid[], ?::uuid[]) AS n (tenant_id, endpoint_id)
      WHERE l.tenant_id = n.tenant_id AND l.endpoint_id = n.endpoint_id
      """;

  private static final String KEYS =
      """
      SELECT k.tenant_id, k.owner_id, k.generation, k.kind, k.key_generation, k.sealed, k.public_key, k.created_at, k.expires_at
      FROM unnest(?::uuid[], ?::uuid[]) AS n (tenant_id, endpoint_id)
      JOIN webhook_secret k ON k.tenant_id = n.tenant_id AND k.owner_id = n.endpoint_id
      WHERE k.expires_at IS NULL OR k.expires_at > now() ORDER BY k.generation DESC
      """;

  /** Lanes that one claim looks at. */
  private static final int LANES_AT_ONCE = 128;

  private final EngineTx tx;
  private final Duration lease;

  Claiming(EngineTx tx, Duration lease) {
    this.tx = tx;
    this.lease = lease;
  }

  private record Lane(UUID tenant, UUID endpoint) {}

  /**
   * Takes what is due.
   *
   * @param most in all
   * @param room how many more of a tenant may be under way
   * @param full tenants of whom none may
   */
  List<Claimed> claim(int most, ToIntFunction<UUID> room, List<UUID> full) throws SQLException {
    return tx.call(
        List.of(),
        connection -> {
          var lanes = lanes(connection, full);
          if (lanes.isEmpty()) {
            return List.of();
          }
          EngineTx.see(
              connection, lanes.stream().map(Lane::tenant).distinct().map(TenantId::new).toList());
          var claimed = take(connection, lanes, most, room);
          try (var next = connection.prepareStatement(NEXT)) {
            next.setArray(1, uuids(connection, lanes.stream().map(Lane::tenant).toList()));
            next.setArray(2, uuids(connection, lanes.stream().map(Lane::endpoint).toList()));
            next.executeUpdate();
          }
          return claimed;
        });
  }

  private static List<Lane> lanes(Connection connection, List<UUID> full) throws SQLException {
    try (var select = connection.prepareStatement(LANES)) {
      select.setArray(1, uuids(connection, full));
      select.setInt(2, LANES_AT_ONCE);
      var found = new ArrayList<Lane>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Lane(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        }
      }
      return found;
    }
  }

  private List<Claimed> take(
      Connection connection, List<Lane> lanes, int most, ToIntFunction<UUID> room)
      throws SQLException {
    var tenants = uuids(connection, lanes.stream().map(Lane::tenant).toList());
    var endpoints = uuids(connection, lanes.stream().map(Lane::endpoint).toList());
    var rooms = lanes.stream().map(lane -> (Object) room.applyAsInt(lane.tenant())).toArray();
    var keys = keys(connection, lanes);
    try (var take = connection.prepareStatement(TAKE)) {
      take.setArray(1, tenants);
      take.setArray(2, endpoints);
      take.setArray(3, connection.createArrayOf("int4", rooms));
      take.setInt(4, most);
      take.setDouble(5, lease.toMillis() / 1e3);
      take.setDouble(6, lease.toMillis() / 1e3);
      var claimed = new ArrayList<Claimed>();
      try (var row = take.executeQuery()) {
        while (row.next()) {
          var tenant = row.getObject("tenant_id", UUID.class);
          var endpoint = row.getObject("endpoint_id", UUID.class);
          int attempt = row.getInt("attempts");
          claimed.add(
              new Claimed(
                  tenant,
                  endpoint,
                  row.getObject("message_id", UUID.class),
                  row.getObject("run_id", UUID.class),
                  attempt,
                  attempt - row.getInt("base"),
                  row.getInt("wide") == 1,
                  row.getString("url"),
                  row.getString("body"),
                  keys.getOrDefault(new Lane(tenant, endpoint), List.of()),
                  row.getString("traceparent")));
        }
      }
      return claimed;
    }
  }

  private static Map<Lane, List<Keyring.Stored>> keys(Connection connection, List<Lane> lanes)
      throws SQLException {
    var found = new HashMap<Lane, List<Keyring.Stored>>();
    try (var select = connection.prepareStatement(KEYS)) {
      select.setArray(1, uuids(connection, lanes.stream().map(Lane::tenant).toList()));
      select.setArray(2, uuids(connection, lanes.stream().map(Lane::endpoint).toList()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var stored = Keyring.read(row);
          var lane = new Lane(row.getObject("tenant_id", UUID.class), stored.owner());
          found.computeIfAbsent(lane, it -> new ArrayList<>()).add(stored);
        }
      }
    }
    return found;
  }

  private static java.sql.Array uuids(Connection connection, List<UUID> some) throws SQLException {
    return connection.createArrayOf("uuid", some.toArray());
  }
}
