package io.ganglion.notification;

import io.ganglion.db.EngineTx;
import io.ganglion.db.TenantTx;
import io.ganglion.identity.Role;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Puts events into people's messages, a tenant at a time: in one transaction that also takes the
 * events' notes away, so that each event is told once.
 */
final class Gathering {
  private static final Logger LOG = Logger.getLogger(Gathering.class);

  /** The first tenants with notes behind one; each step is a look at the index. */
  private static final String NOTED =
      """
      WITH RECURSIVE noted AS (
        (SELECT tenant_id FROM notification_pending WHERE tenant_id > ? ORDER BY tenant_id LIMIT 1)
        UNION ALL
        SELECT (SELECT p.tenant_id FROM notification_pending p WHERE p.tenant_id > n.tenant_id ORDER BY p.tenant_id LIMIT 1)
        FROM noted n WHERE n.tenant_id IS NOT NULL)
      SELECT tenant_id FROM noted WHERE tenant_id IS NOT NULL LIMIT ?
      """;

  private static final String READERS =
      """
      SELECT m.person_id, m.kind = 'service' AS service, m.role, m.email, coalesce(s.choices::text, '{}') AS choices,
        ARRAY(SELECT c.channel FROM notification_channel c
              WHERE c.tenant_id = m.tenant_id AND c.person_id = m.person_id AND c.disabled_at IS NULL) AS open
      FROM member m LEFT JOIN notification_setting s ON s.tenant_id = m.tenant_id AND s.person_id = m.person_id
      WHERE m.tenant_id = ?
      """;

  private final EngineTx engine;
  private final TenantTx tx;
  private final EventReading events;
  private final NotificationConfig config;
  private TenantId after = TenantId.NOBODY;

  Gathering(EngineTx engine, TenantTx tx, EventReading events, NotificationConfig config) {
    this.engine = engine;
    this.tx = tx;
    this.events = events;
    this.config = config;
  }

  private record Lane(PersonId person, Kind kind, Channel channel) {}

  /** What comes into one message. */
  private static final class Heap {
    private long events;
    private final List<Item> items = new ArrayList<>();

    void add(Item item, int listed) {
      events++;
      if (items.size() < listed) {
        items.add(item);
      }
    }
  }

  /**
   * Gathers some of what happened.
   *
   * @return how many events were taken; 0 where there are none, or others take them
   */
  int tick(Instant now) throws SQLException {
    var noted = noted();
    if (noted.isEmpty() && !after.equals(TenantId.NOBODY)) {
      after = TenantId.NOBODY; // once around
      noted = noted();
    }
    int taken = 0;
    for (var tenant : noted) {
      after = tenant;
      taken += gather(tenant, now);
    }
    return taken;
  }

  /** What is wrong with one tenant is no matter of the others. */
  private int gather(TenantId tenant, Instant now) {
    try {
      return tx.<Integer>call(tenant, connection -> gather(connection, tenant, now));
    } catch (RuntimeException e) {
      LOG.errorf(e, "what happened in %s can't be told now; it is tried again", tenant);
      return 0;
    }
  }

  private List<TenantId> noted() throws SQLException {
    return engine.once(
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

  private int gather(Connection connection, TenantId tenant, Instant now) throws SQLException {
    if (!MessageStore.lock(connection, tenant)) {
      return 0;
    }
    var read = events.read(connection, tenant, config.events());
    if (read.seqs().isEmpty()) {
      return 0;
    }
    var readers = readers(connection, tenant);
    var heaps = new LinkedHashMap<Lane, Heap>();
    for (var happening : read.happenings()) {
      for (var reader : readers) {
        for (var channel : reader.of(happening)) {
          heaps
              .computeIfAbsent(
                  new Lane(reader.person(), happening.kind(), channel), lane -> new Heap())
              .add(happening.item(), config.listed());
        }
      }
    }
    MessageStore.add(connection, tenant, additions(heaps), config, now);
    MessageStore.forget(connection, tenant, read.seqs());
    MessageStore.next(connection, tenant, config.kept(), now);
    return read.seqs().size();
  }

  private static List<MessageStore.Addition> additions(Map<Lane, Heap> heaps) {
    return heaps.entrySet().stream()
        .map(
            one ->
                new MessageStore.Addition(
                    one.getKey().person,
                    one.getKey().kind,
                    one.getKey().channel,
                    one.getValue().events,
                    one.getValue().items))
        .toList();
  }

  private static List<Reader> readers(Connection connection, TenantId tenant) throws SQLException {
    try (var select = connection.prepareStatement(READERS)) {
      select.setObject(1, tenant.uuid());
      var found = new ArrayList<Reader>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Reader(
                  new PersonId(row.getObject("person_id", UUID.class)),
                  row.getBoolean("service"),
                  Role.of(row.getString("role")),
                  Optional.ofNullable(row.getString("email")),
                  Choices.read(row.getString("choices")),
                  open((String[]) row.getArray("open").getArray())));
        }
      }
      return found;
    }
  }

  private static Set<Channel> open(String[] names) {
    var open = EnumSet.noneOf(Channel.class);
    for (var name : names) {
      open.add(Channel.of(name));
    }
    return open;
  }
}
