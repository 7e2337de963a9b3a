package io.ganglion.meter;

import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Line;
import io.ganglion.ledger.Row;
import io.ganglion.outbox.Outbox;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The end of a tenant's chain, locked to the end of the transaction: rows are put behind it. */
final class ChainEnd {
  private static final String MAKE =
      "INSERT INTO ledger_head (tenant_id, day) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String LOCK =
      "SELECT seq, hash, day FROM ledger_head WHERE tenant_id = ? FOR UPDATE";
  private static final String INSERT =
      """
      INSERT INTO ledger_row (tenant_id, seq, kind, at, line)
      SELECT ?, n.* FROM unnest(?::bigint[], ?::text[], ?::text[]::timestamptz[], ?::text[]::json[]) AS n
      """;
  private static final String END_DAY =
      "INSERT INTO ledger_day (tenant_id, day, seq, hash) VALUES (?, ?, ?, ?)";
  private static final String MOVE =
      "UPDATE ledger_head SET seq = ?, hash = ?, day = ? WHERE tenant_id = ?";

  /** Lines that are in memory at once. */
  private static final int BATCH = 1_000;

  private final Connection connection;
  private final TenantId tenant;
  private final Head head;
  private final LocalDate today;
  private final List<Written> lines = new ArrayList<>();
  private long seq;
  private String hash;

  /** As it was found. */
  private record Head(long seq, String hash, LocalDate day) {}

  /** A line as it is stored. */
  private record Written(long seq, String kind, String at, String text) {}

  private ChainEnd(Connection connection, TenantId tenant, Head head, LocalDate today) {
    this.connection = connection;
    this.tenant = tenant;
    this.head = head;
    this.today = today.isBefore(head.day) ? head.day : today; // clocks differ
    this.seq = head.seq;
    this.hash = head.hash;
  }

  /** Waits until nobody else has it. */
  static ChainEnd lock(Connection connection, TenantId tenant, Instant now) throws SQLException {
    return lock(connection, tenant, now, LOCK).orElseThrow();
  }

  /**
   * Locks it without a wait.
   *
   * @return empty if somebody else has it
   */
  static Optional<ChainEnd> lockIfFree(Connection connection, TenantId tenant, Instant now)
      throws SQLException {
    return lock(connection, tenant, now, LOCK + " SKIP LOCKED");
  }

  private static Optional<ChainEnd> lock(
      Connection connection, TenantId tenant, Instant now, String sql) throws SQLException {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    try (var make = connection.prepareStatement(MAKE)) {
      make.setObject(1, tenant.uuid());
      make.setObject(2, today);
      make.executeUpdate();
    }
    try (var lock = connection.prepareStatement(sql)) {
      lock.setObject(1, tenant.uuid());
      try (var row = lock.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        var head = new Head(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class));
        return Optional.of(new ChainEnd(connection, tenant, head, today));
      }
    }
  }

  /** The last line's number. */
  long seq() {
    return seq;
  }

  /** Puts a row behind the last one; {@link #store} must follow. */
  void add(Row row) throws SQLException {
    var line = Line.after(tenant.toString(), ++seq, row, hash);
    hash = line.hash();
    var json = line.toJson();
    lines.add(new Written(seq, json.path("kind").asText(), row.at().toString(), json.toString()));
    if (lines.size() == BATCH) {
      insert();
    }
  }

  /** Writes what was added and where the chain ends now. */
  void store() throws SQLException {
    insert();
    if (seq == head.seq) {
      return;
    }
    if (head.day.isBefore(today) && head.seq > 0) {
      try (var end = connection.prepareStatement(END_DAY)) {
        end.setObject(1, tenant.uuid());
        end.setObject(2, head.day);
        end.setLong(3, head.seq);
        end.setString(4, head.hash);
        end.executeUpdate();
      }
      var root = Json.object().put("day", head.day.toString());
      Outbox.tell(
          connection, tenant, "ledger.sealed", root.put("seq", head.seq).put("hash", head.hash));
    }
    try (var move = connection.prepareStatement(MOVE)) {
      move.setLong(1, seq);
      move.setString(2, hash);
      move.setObject(3, today);
      move.setObject(4, tenant.uuid());
      move.executeUpdate();
    }
  }

  private void insert() throws SQLException {
    if (lines.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, tenant.uuid());
      insert.setArray(2, array("int8", Written::seq));
      insert.setArray(3, array("text", Written::kind));
      insert.setArray(4, array("text", Written::at));
      insert.setArray(5, array("text", Written::text));
      insert.executeUpdate();
    }
    lines.clear();
  }

  private Array array(String type, Function<Written, Object> column) throws SQLException {
    return connection.createArrayOf(type, lines.stream().map(column).toArray());
  }
}
