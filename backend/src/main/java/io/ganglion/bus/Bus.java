package io.ganglion.bus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers do with events. Everything answered is committed. */
@ApplicationScoped
public class Bus {
  private static final String LIST =
      """
      SELECT seq, run_id, event, stored_at FROM event
      WHERE tenant_id = ? AND seq < ? AND (?::text IS NULL OR type = ?) ORDER BY seq DESC LIMIT ?
      """;

  private static final String SIGNAL =
      """
      SELECT event FROM event
      WHERE tenant_id = ? AND event_key = sha256(convert_to(?, 'UTF8')) AND run_id = ?
      """;

  private final TenantTx tx;
  private final Event<Stored> stored;

  Bus(TenantTx tx, Event<Stored> stored) {
    this.tx = tx;
    this.stored = stored;
  }

  /** Events were stored, and somebody may have waited for them; fired after the commit. */
  public record Stored(TenantId tenant) {}

  /**
   * One stored event.
   *
   * @param seq its place on the bus; a later event has a higher one
   * @param run the only run that sees it; null: every listener
   */
  public record Entry(long seq, @Nullable RunId run, CloudEvent event, Instant storedAt) {}

  /**
   * Stores events and wakes who waits for them. An event that was stored before, by source and id,
   * is left as it was.
   *
   * @return how many were not stored before
   */
  public int publish(TenantId tenant, List<CloudEvent> events) {
    var publications = events.stream().map(event -> new Publication(tenant, null, event)).toList();
    return store(tenant, publications);
  }

  /**
   * As {@link #publish}, in the caller's transaction of that tenant; say {@link #told} once it is
   * committed.
   */
  public int shelve(Connection connection, TenantId tenant, List<CloudEvent> events)
      throws SQLException {
    if (events.isEmpty()) {
      return 0;
    }
    return shelve(
        connection, events.stream().map(it -> new Publication(tenant, null, it)).toList());
  }

  /** Events of a tenant were stored by {@link #shelve}: who waits for them is woken sooner. */
  public void told(TenantId tenant) {
    stored.fire(new Stored(tenant));
  }

  /** Stores an event that only one run sees. */
  public void signal(TenantId tenant, RunId run, CloudEvent event) {
    store(tenant, List.of(new Publication(tenant, run, event)));
  }

  /** A run's signal that was stored before; empty where there is none, or its time is over. */
  public Optional<CloudEvent> signalled(TenantId tenant, RunId run, String source, String id) {
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(SIGNAL)) {
            select.setObject(1, tenant.uuid());
            select.setString(2, source + "\n" + id);
            select.setObject(3, run.uuid());
            try (var row = select.executeQuery()) {
              return row.next() ? Optional.of(event(row)) : Optional.empty();
            }
          }
        });
  }

  private int store(TenantId tenant, List<Publication> events) {
    int fresh = tx.call(tenant, connection -> shelve(connection, events));
    if (fresh > 0) {
      told(tenant);
    }
    return fresh;
  }

  private static int shelve(Connection connection, List<Publication> events) throws SQLException {
    Shelving.advance(events.stream().map(Publication::tenant).toList(), 1).write(connection);
    return (int) Shelving.store(events).number(connection);
  }

  /**
   * Newest first.
   *
   * @param type only of this type; empty: all
   * @param before events from this number on are left out
   */
  public Page<Entry> list(
      TenantId tenant, Optional<String> type, int limit, Optional<Long> before) {
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(LIST)) {
            select.setObject(1, tenant.uuid());
            select.setLong(2, before.orElse(Long.MAX_VALUE));
            select.setString(3, type.orElse(null));
            select.setString(4, type.orElse(null));
            select.setInt(5, limit + 1);
            var entries = new ArrayList<Entry>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                entries.add(entry(row));
              }
            }
            return Page.of(entries, limit, entry -> Long.toString(entry.seq()));
          }
        });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    var run = row.getObject("run_id", UUID.class);
    return new Entry(
        row.getLong("seq"),
        run == null ? null : new RunId(run),
        event(row),
        row.getTimestamp("stored_at").toInstant());
  }

  private static CloudEvent event(ResultSet row) throws SQLException {
    return new CloudEvent((ObjectNode) Json.read(row.getString("event")));
  }
}
