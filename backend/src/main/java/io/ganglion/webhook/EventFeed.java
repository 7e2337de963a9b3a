package io.ganglion.webhook;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What a tenant's endpoints could be told, as it happens, in order and without a gap; for one
 * reader.
 */
public final class EventFeed {
  /** So many events are read at once. */
  private static final int PAGE = 200;

  private static final String LATEST =
      "SELECT coalesce(max(seq), 0) FROM outbox WHERE tenant_id = ?";

  /** One statement, so that one snapshot. */
  private static final String AFTER =
      """
      SELECT s.oldest, s.next, e.*
      FROM (SELECT pg_snapshot_xmin(c)::text::bigint AS oldest, pg_snapshot_xmax(c)::text::bigint AS next
            FROM pg_current_snapshot() AS c) AS s
      LEFT JOIN LATERAL (
        SELECT o.seq, o.run_id, o.type, o.data, o.at, r.workflow_id, r.agent_id
        FROM outbox o LEFT JOIN run r ON r.tenant_id = o.tenant_id AND r.id = o.run_id
        WHERE o.tenant_id = ? AND o.seq > ? ORDER BY o.seq LIMIT ?) AS e ON true
      ORDER BY e.seq
      """;

  private final TenantTx tx;
  private final EventTypes types;
  private final TenantId tenant;
  private final FeedPlace place;

  private EventFeed(TenantTx tx, EventTypes types, TenantId tenant, FeedPlace place) {
    this.tx = tx;
    this.types = types;
    this.tenant = tenant;
    this.place = place;
  }

  /**
   * What happened.
   *
   * @param seq above those of all that was told before
   * @param type of the catalogue
   * @param body as a webhook's: type, timestamp, data
   */
  public record Told(long seq, String type, String body) {}

  private record Row(long seq, String type, Optional<Told> told) {}

  /**
   * @param after the last that was told; empty: what happens from now on
   */
  static EventFeed open(TenantTx tx, EventTypes types, TenantId tenant, OptionalLong after) {
    long from = after.isPresent() ? after.getAsLong() : latest(tx, tenant);
    return new EventFeed(tx, types, tenant, new FeedPlace(from));
  }

  private static long latest(TenantTx tx, TenantId tenant) {
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(LATEST)) {
            select.setObject(1, tenant.uuid());
            try (var row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /** The number that all that is told later is above. */
  public long place() {
    return place.told();
  }

  /** What can be told now; often nothing. */
  public List<Told> next() {
    return tx.call(tenant, this::read).stream().map(Row::told).flatMap(Optional::stream).toList();
  }

  private List<Row> read(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(AFTER)) {
      select.setObject(1, tenant.uuid());
      select.setLong(2, place.told());
      select.setInt(3, PAGE);
      try (var row = select.executeQuery()) {
        row.next();
        var snapshot = new FeedPlace.Snapshot(row.getLong("oldest"), row.getLong("next"));
        var rows = new ArrayList<Row>();
        if (row.getObject("seq") != null) {
          do {
            rows.add(row(row));
          } while (row.next());
        }
        return place.take(snapshot, rows, Row::seq);
      }
    }
  }

  private Row row(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    var type = row.getString("type");
    var data = Json.read(row.getString("data"));
    var about =
        new Payload.About(
            row.getObject("run_id", UUID.class),
            row.getObject("workflow_id", UUID.class),
            row.getObject("agent_id", UUID.class));
    var at = row.getObject("at", OffsetDateTime.class).toInstant();
    var told =
        types
            .name(type, data)
            .map(
                name ->
                    new Told(
                        seq, name, Payload.of(name, at, Payload.data(name, type, data, about))));
    return new Row(seq, type, told);
  }
}
