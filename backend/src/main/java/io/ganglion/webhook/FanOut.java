package io.ganglion.webhook;

import io.ganglion.db.EngineTx;
import io.ganglion.db.Statement;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns events of the outbox into messages and deliveries: for some tenants at a time, in one
 * transaction that also takes the events' notes away, so that each event is told once. A tenant's
 * row is locked meanwhile, so that a later event of a run never overtakes an earlier one.
 */
final class FanOut {
  /** The first tenants with notes behind one; each step is a look at the index. */
  private static final String NOTED =
      """
      WITH RECURSIVE noted AS (
        (SELECT tenant_id FROM webhook_pending WHERE tenant_id > ? ORDER BY tenant_id LIMIT 1)
        UNION ALL
        SELECT (SELECT p.tenant_id FROM webhook_pending p WHERE p.tenant_id > n.tenant_id ORDER BY p.tenant_id LIMIT 1)
        FROM noted n WHERE n.tenant_id IS NOT NULL)
      SELECT tenant_id FROM noted WHERE tenant_id IS NOT NULL LIMIT ?
      """;

  private static final String LOCK =
      "SELECT tenant_id FROM webhook_tenant WHERE tenant_id = ANY (?) FOR UPDATE SKIP LOCKED";
  private static final String EVENTS =
      """
      SELECT o.tenant_id, o.seq, o.run_id, o.type, o.data, o.at, r.workflow_id, r.agent_id
      FROM unnest(?::uuid[]) AS t (tenant_id)
      CROSS JOIN LATERAL (
        SELECT p.seq FROM webhook_pending p WHERE p.tenant_id = t.tenant_id ORDER BY p.seq LIMIT ?) p
      JOIN outbox o ON o.tenant_id = t.tenant_id AND o.seq = p.seq
      LEFT JOIN run r ON r.tenant_id = o.tenant_id AND r.id = o.run_id
      ORDER BY o.tenant_id, o.seq
      """;

  /** A deleted tenant is told nothing any more. */
  private static final String ENDPOINTS =
      """
      SELECT e.tenant_id, e.id, e.types, e.disabled_at IS NULL AS enabled, l.waiting
      FROM webhook_endpoint e JOIN webhook_lane l ON l.tenant_id = e.tenant_id AND l.endpoint_id = e.id
      JOIN tenant t ON t.id = e.tenant_id
      WHERE e.tenant_id = ANY (?) AND e.deleted_at IS NULL AND t.deleted_at IS NULL
      """;

  private static final String MESSAGES =
      """
      INSERT INTO webhook_message (tenant_id, id, seq, run_id, type, body)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::json[])
      """;

  /** Locked before anything is put in, in one order; a lane that is gone gets nothing. */
  private static final String LANES =
      """
      SELECT l.tenant_id, l.endpoint_id FROM unnest(?::uuid[], ?::uuid[]) AS n (tenant_id, endpoint_id)
      JOIN webhook_lane l ON l.tenant_id = n.tenant_id AND l.endpoint_id = n.endpoint_id
      ORDER BY 1, 2 FOR UPDATE OF l
      """;

  private static final String DELIVERIES =
      """
      INSERT INTO webhook_delivery (tenant_id, endpoint_id, message_id, seq, run_id, state, reason, ended_at)
      SELECT d.tenant_id, d.endpoint_id, d.message_id, d.seq, d.run_id, CASE WHEN d.full THEN 'failed' ELSE 'pending' END,
        CASE WHEN d.full THEN 'too many messages wait for the endpoint' END, CASE WHEN d.full THEN now() END
      FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::boolean[])
        AS d (tenant_id, endpoint_id, message_id, seq, run_id, "full")
      JOIN webhook_lane l ON l.tenant_id = d.tenant_id AND l.endpoint_id = d.endpoint_id
      """
          .replace("d.full", "d.\"full\"");
  private static final String WAKE =
      """
      UPDATE webhook_lane l SET due_at = greatest(least(l.due_at, now()), coalesce(l.rests_until, '-infinity')),
        waiting = l.waiting + n.added
      FROM unnest(?::uuid[], ?::uuid[], ?::bigint[]) AS n (tenant_id, endpoint_id, added)
      WHERE l.tenant_id = n.tenant_id AND l.endpoint_id = n.endpoint_id
      """;
  private static final String DONE =
      """
      DELETE FROM webhook_pending p USING unnest(?::uuid[], ?::bigint[]) AS d (tenant_id, seq)
      WHERE p.tenant_id = d.tenant_id AND p.seq = d.seq
      """;

  private final EngineTx tx;
  private final EventTypes types;
  private final WebhookConfig config;
  private TenantId after = TenantId.NOBODY;

  FanOut(EngineTx tx, EventTypes types, WebhookConfig config) {
    this.tx = tx;
    this.types = types;
    this.config = config;
  }

  private record Event(
      UUID tenant,
      long seq,
      @Nullable UUID run,
      String type,
      com.fasterxml.jackson.databind.JsonNode data,
      Instant at,
      Payload.About about) {}

  private record Wants(UUID tenant, UUID endpoint, List<String> types, boolean enabled) {
    boolean type(String name) {
      return types.isEmpty() || types.contains(name);
    }
  }

  private record NewMessage(
      UUID tenant, UUID id, long seq, @Nullable UUID run, String type, String body) {}

  private record NewDelivery(NewMessage message, UUID endpoint, boolean full) {}

  private record Place(UUID tenant, UUID endpoint) {}

  /**
   * Tells some of what happened.
   *
   * @return how many events were taken; 0 where there are none, or others take them
   */
  int tick() throws SQLException {
    var noted = noted();
    if (noted.isEmpty() && !after.equals(TenantId.NOBODY)) {
      after = TenantId.NOBODY; // once around
      noted = noted();
    }
    if (noted.isEmpty()) {
      return 0;
    }
    after = noted.getLast();
    var tenants = noted;
    return tx.call(tenants, connection -> tell(connection, tenants));
  }

  private List<TenantId> noted() throws SQLException {
    return tx.once(
        connection -> {
          try (var select = connection.prepareStatement(NOTED)) {
            select.setObject(1, after.uuid());
            select.setInt(2, config.tenants());
            var found = new ArrayList<TenantId>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.add(new TenantId(row.getObject(1, UUID.class)));
              }
            }
            return found;
          }
        });
  }

  private int tell(Connection connection, List<TenantId> tenants) throws SQLException {
    var locked = uuids(connection, LOCK, tenants.stream().map(TenantId::uuid).toList());
    if (locked.isEmpty()) {
      return 0;
    }
    var events = events(connection, locked); // after the lock: all that was committed before it
    var wants = wants(connection, locked);
    var messages = new ArrayList<NewMessage>();
    var deliveries = new ArrayList<NewDelivery>();
    for (var event : events) {
      types
          .name(event.type(), event.data())
          .ifPresent(
              name ->
                  prepare(
                      event,
                      name,
                      wants.of().getOrDefault(event.tenant(), List.of()),
                      wants.waiting(),
                      messages,
                      deliveries));
    }
    store(connection, messages, deliveries);
    Statement.plain(
            DONE,
            parameters ->
                parameters.over(events).with("uuid", Event::tenant).with("int8", Event::seq))
        .write(connection);
    return events.size();
  }

  private void prepare(
      Event event,
      String name,
      List<Wants> endpoints,
      Map<Place, Long> waiting,
      List<NewMessage> messages,
      List<NewDelivery> deliveries) {
    var wanting = endpoints.stream().filter(one -> one.type(name)).toList();
    if (wanting.isEmpty()) {
      return;
    }
    var data = Payload.data(name, event.type(), event.data(), event.about());
    var message =
        new NewMessage(
            event.tenant(),
            Uuid7.next(),
            event.seq(),
            event.run(),
            name,
            Payload.of(name, event.at(), data));
    messages.add(message);
    for (var one : wanting) {
      if (one.enabled()) {
        var place = new Place(event.tenant(), one.endpoint());
        long before = waiting.merge(place, 1L, Long::sum) - 1;
        deliveries.add(new NewDelivery(message, one.endpoint(), before >= config.waiting()));
      }
    }
  }

  private static void store(
      Connection connection, List<NewMessage> messages, List<NewDelivery> deliveries)
      throws SQLException {
    if (messages.isEmpty()) {
      return;
    }
    Statement.plain(
            MESSAGES,
            parameters ->
                parameters
                    .over(messages)
                    .with("uuid", NewMessage::tenant)
                    .with("uuid", NewMessage::id)
                    .with("int8", NewMessage::seq)
                    .with("uuid", NewMessage::run)
                    .with("text", NewMessage::type)
                    .with("text", NewMessage::body))
        .write(connection);
    if (deliveries.isEmpty()) {
      return;
    }
    var added = new HashMap<Place, Long>();
    for (var one : deliveries) {
      added.merge(
          new Place(one.message().tenant(), one.endpoint()), one.full() ? 0L : 1L, Long::sum);
    }
    var places = List.copyOf(added.keySet());
    Statement.plain(
            LANES,
            parameters ->
                parameters.over(places).with("uuid", Place::tenant).with("uuid", Place::endpoint))
        .write(connection);
    Statement.plain(
            DELIVERIES,
            parameters ->
                parameters
                    .over(deliveries)
                    .with("uuid", one -> one.message().tenant())
                    .with("uuid", NewDelivery::endpoint)
                    .with("uuid", one -> one.message().id())
                    .with("int8", one -> one.message().seq())
                    .with("uuid", one -> one.message().run())
                    .with("bool", NewDelivery::full))
        .write(connection);
    Statement.plain(
            WAKE,
            parameters ->
                parameters
                    .over(places)
                    .with("uuid", Place::tenant)
                    .with("uuid", Place::endpoint)
                    .with("int8", added::get))
        .write(connection);
  }

  private List<Event> events(Connection connection, List<UUID> tenants) throws SQLException {
    try (var select = connection.prepareStatement(EVENTS)) {
      select.setArray(1, connection.createArrayOf("uuid", tenants.toArray()));
      select.setInt(2, config.events());
      var found = new ArrayList<Event>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(event(row));
        }
      }
      return found;
    }
  }

  private static Event event(ResultSet row) throws SQLException {
    var run = row.getObject("run_id", UUID.class);
    return new Event(
        row.getObject("tenant_id", UUID.class),
        row.getLong("seq"),
        run,
        row.getString("type"),
        Json.read(row.getString("data")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new Payload.About(
            run, row.getObject("workflow_id", UUID.class), row.getObject("agent_id", UUID.class)));
  }

  private record AllWants(Map<UUID, List<Wants>> of, Map<Place, Long> waiting) {}

  private static AllWants wants(Connection connection, List<UUID> tenants) throws SQLException {
    var of = new HashMap<UUID, List<Wants>>();
    var waiting = new HashMap<Place, Long>();
    try (var select = connection.prepareStatement(ENDPOINTS)) {
      select.setArray(1, connection.createArrayOf("uuid", tenants.toArray()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var one =
              new Wants(
                  row.getObject("tenant_id", UUID.class),
                  row.getObject("id", UUID.class),
                  List.of((String[]) row.getArray("types").getArray()),
                  row.getBoolean("enabled"));
          of.computeIfAbsent(one.tenant(), tenant -> new ArrayList<>()).add(one);
          waiting.put(new Place(one.tenant(), one.endpoint()), row.getLong("waiting"));
        }
      }
    }
    return new AllWants(of, waiting);
  }

  private static List<UUID> uuids(Connection connection, String sql, List<UUID> some)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("uuid", some.toArray()));
      var found = new ArrayList<UUID>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
      return found;
    }
  }
}
