package io.ganglion.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.bus.Bus;
import io.ganglion.bus.CloudEvent;
import io.ganglion.connector.Polled;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what came of a poll, while the lease lasts and only then: what is new becomes events and
 * the cursor moves in one transaction.
 */
final class Settling {
  /** The order of locks is that of people's changes. */
  private static final String OURS =
      """
      SELECT d.lease FROM trigger t JOIN trigger_due d ON d.tenant_id = t.tenant_id AND d.trigger_id = t.id
      WHERE t.tenant_id = ? AND t.id = ? AND d.lease = ? AND d.leased_until > now() FOR UPDATE OF t, d
      """;

  private static final String BEGIN =
      "UPDATE trigger SET round = round + 1 WHERE tenant_id = ? AND id = ?";
  private static final String FRESH =
      """
      INSERT INTO trigger_item (tenant_id, trigger_id, item_key, round)
      SELECT ?, ?, decode(key, 'hex'), ? FROM unnest(?::text[]) AS k (key) ON CONFLICT DO NOTHING
      RETURNING encode(item_key, 'hex')
      """;
  private static final String FORGET =
      "DELETE FROM trigger_item WHERE tenant_id = ? AND trigger_id = ? AND round <= ?";
  private static final String MOVE =
      """
      UPDATE trigger SET cursor = ?::json, published = published + ?, failures = 0, error = NULL, waits = NULL,
        polled_at = ? WHERE tenant_id = ? AND id = ?
      """;
  private static final String FAIL =
      """
      UPDATE trigger SET failures = failures + 1, error = ?::json, waits = NULL WHERE tenant_id = ? AND id = ?
      RETURNING failures
      """;
  private static final String WAIT =
      "UPDATE trigger SET waits = ? WHERE tenant_id = ? AND id = ? AND waits IS DISTINCT FROM ?";
  private static final String EXTEND =
      """
      UPDATE trigger_due SET leased_until = now() + make_interval(secs => ?) WHERE tenant_id = ? AND trigger_id = ?
      """;

  /** Who paused it meanwhile has said that it is never due. */
  private static final String GIVE_BACK =
      """
      UPDATE trigger_due SET lease = NULL, leased_until = NULL, due_at = CASE WHEN due_at = 'infinity' THEN due_at ELSE ? END
      WHERE tenant_id = ? AND trigger_id = ?
      """;

  private static final String NEVER =
      """
      UPDATE trigger_due SET lease = NULL, leased_until = NULL, due_at = 'infinity' WHERE tenant_id = ? AND trigger_id = ?
      """;

  private final TenantTx tx;
  private final Bus bus;
  private final Duration lease;

  Settling(TenantTx tx, Bus bus, Duration lease) {
    this.tx = tx;
    this.bus = bus;
    this.lease = lease;
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Empty once the lease is over: nothing was written then. */
  private <T> Optional<T> whileOurs(Claimed claimed, Work<T> work) {
    return tx.call(
        claimed.tenant(),
        connection -> {
          try (var ours = connection.prepareStatement(OURS)) {
            ours.setObject(1, claimed.tenant().uuid());
            ours.setObject(2, claimed.id().uuid());
            ours.setObject(3, claimed.lease());
            try (var row = ours.executeQuery()) {
              return row.next() ? Optional.of(work.in(connection)) : Optional.empty();
            }
          }
        });
  }

  /** A poll begins: another round. False once the lease is over. */
  boolean begin(Claimed claimed) {
    return whileOurs(claimed, connection -> update(connection, claimed, BEGIN)).isPresent();
  }

  /**
   * A page was read.
   *
   * @param next when it is due again; null: the next page is read at once, under the same lease
   * @return how many events it made; empty once the lease is over
   */
  Optional<Integer> page(
      Claimed claimed,
      Trigger trigger,
      long round,
      Polled.Page page,
      Instant now,
      @Nullable Instant next) {
    var made =
        whileOurs(
            claimed,
            connection -> {
              var fresh = fresh(connection, claimed, round, page.items());
              var events = Publishing.events(trigger, fresh, now);
              bus.shelve(connection, claimed.tenant(), events);
              forget(connection, claimed, page.settled());
              move(connection, claimed, page.cursor(), events.size(), now);
              leave(connection, claimed, next);
              return events.size();
            });
    made.filter(events -> events > 0).ifPresent(events -> bus.told(claimed.tenant()));
    return made;
  }

  /** The platform has lost what came after the cursor: it is said, and goes on from the newest. */
  void gap(Claimed claimed, Trigger trigger, String reason, Instant now) {
    whileOurs(
            claimed,
            connection -> {
              var gap = Publishing.gap(trigger, reason, now);
              int told = bus.shelve(connection, claimed.tenant(), List.<CloudEvent>of(gap));
              forget(connection, claimed, Long.MAX_VALUE);
              move(connection, claimed, Json.object(), told, now);
              leave(connection, claimed, now);
              return told;
            })
        .ifPresent(told -> bus.told(claimed.tenant()));
  }

  /** When it is due again after one failure more. */
  interface Delay {
    Instant after(int failures);
  }

  void failed(Claimed claimed, Trigger.Failure failure, Delay delay) {
    whileOurs(
        claimed,
        connection -> {
          var error = Json.object().put("status", failure.status()).put("detail", failure.detail());
          try (var fail = connection.prepareStatement(FAIL)) {
            fail.setString(1, Json.write(error.put("at", failure.at().toString())));
            fail.setObject(2, claimed.tenant().uuid());
            fail.setObject(3, claimed.id().uuid());
            try (var row = fail.executeQuery()) {
              row.next();
              leave(connection, claimed, delay.after(row.getInt(1)));
            }
          }
          return true;
        });
  }

  /** It isn't read now, and that is nobody's failure. */
  void waits(Claimed claimed, String detail, Instant next) {
    whileOurs(
        claimed,
        connection -> {
          try (var wait = connection.prepareStatement(WAIT)) {
            wait.setString(1, detail);
            wait.setObject(2, claimed.tenant().uuid());
            wait.setObject(3, claimed.id().uuid());
            wait.setString(4, detail);
            wait.executeUpdate();
          }
          leave(connection, claimed, next);
          return true;
        });
  }

  /** It is never read again. */
  void never(Claimed claimed) {
    whileOurs(claimed, connection -> update(connection, claimed, NEVER));
  }

  /** Items that were in no page before, in their order. */
  private static List<Polled.Item> fresh(
      Connection connection, Claimed claimed, long round, List<Polled.Item> items)
      throws SQLException {
    var keys = items.stream().map(item -> Json.sha256(item.id())).toList();
    var unseen = new java.util.HashSet<String>();
    try (var insert = connection.prepareStatement(FRESH)) {
      insert.setObject(1, claimed.tenant().uuid());
      insert.setObject(2, claimed.id().uuid());
      insert.setLong(3, round);
      insert.setArray(4, connection.createArrayOf("text", keys.stream().distinct().toArray()));
      try (var row = insert.executeQuery()) {
        while (row.next()) {
          unseen.add(row.getString(1));
        }
      }
    }
    var fresh = new ArrayList<Polled.Item>();
    for (int i = 0; i < items.size(); i++) {
      if (unseen.remove(keys.get(i))) {
        fresh.add(items.get(i));
      }
    }
    return fresh;
  }

  private static void forget(Connection connection, Claimed claimed, long round)
      throws SQLException {
    if (round > 0) {
      try (var forget = connection.prepareStatement(FORGET)) {
        forget.setObject(1, claimed.tenant().uuid());
        forget.setObject(2, claimed.id().uuid());
        forget.setLong(3, round);
        forget.executeUpdate();
      }
    }
  }

  private static void move(
      Connection connection, Claimed claimed, JsonNode cursor, int events, Instant now)
      throws SQLException {
    try (var move = connection.prepareStatement(MOVE)) {
      move.setString(1, Json.write(cursor));
      move.setInt(2, events);
      move.setObject(3, now.atOffset(ZoneOffset.UTC));
      move.setObject(4, claimed.tenant().uuid());
      move.setObject(5, claimed.id().uuid());
      move.executeUpdate();
    }
  }

  private void leave(Connection connection, Claimed claimed, @Nullable Instant next)
      throws SQLException {
    try (var leave = connection.prepareStatement(next == null ? EXTEND : GIVE_BACK)) {
      if (next == null) {
        leave.setDouble(1, lease.toMillis() / 1e3);
      } else {
        leave.setObject(1, next.atOffset(ZoneOffset.UTC));
      }
      leave.setObject(2, claimed.tenant().uuid());
      leave.setObject(3, claimed.id().uuid());
      leave.executeUpdate();
    }
  }

  private static int update(Connection connection, Claimed claimed, String sql)
      throws SQLException {
    try (var update = connection.prepareStatement(sql)) {
      update.setObject(1, claimed.tenant().uuid());
      update.setObject(2, claimed.id().uuid());
      return update.executeUpdate();
    }
  }
}
