package io.ganglion.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of the log; called inside a tenant's transaction. */
final class AuditStore {
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";
  private static final String LAST =
      "SELECT seq, hash FROM audit WHERE tenant_id = ? ORDER BY seq DESC LIMIT 1";
  private static final String INSERT =
      """
      INSERT INTO audit (tenant_id, seq, at, actor, address, action, target, before, after, previous, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?, ?)
      """;
  private static final String COLUMNS =
      "SELECT seq, at, actor, address, action, target, before, after, previous, hash FROM audit WHERE tenant_id = ? ";
  private static final String NEWEST =
      COLUMNS
          + """
          AND seq < ? AND (?::text IS NULL OR actor = ?) AND (?::text IS NULL OR action = ?)
          AND (?::text IS NULL OR target = ?) ORDER BY seq DESC LIMIT ?
          """;
  private static final String OLDEST = COLUMNS + "AND seq > ? ORDER BY seq LIMIT ?";

  private AuditStore() {}

  /** The end of the chain. */
  record Head(long seq, String hash) {}

  /** One writer at a time, to the end of its transaction. */
  static Head lockedHead(Connection connection, TenantId tenant) throws SQLException {
    try (var lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, "audit " + tenant);
      lock.execute();
    }
    try (var last = connection.prepareStatement(LAST)) {
      last.setObject(1, tenant.uuid());
      try (var row = last.executeQuery()) {
        return row.next()
            ? new Head(row.getLong("seq"), row.getString("hash"))
            : new Head(0, Entry.FIRST);
      }
    }
  }

  static void insert(Connection connection, TenantId tenant, Entry entry) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, tenant.uuid());
      insert.setLong(2, entry.seq());
      insert.setObject(3, entry.at().atOffset(ZoneOffset.UTC));
      insert.setString(4, entry.actor());
      insert.setString(5, entry.address().orElse(null));
      insert.setString(6, entry.change().action());
      insert.setString(7, entry.change().target());
      insert.setString(8, text(entry.change().before()));
      insert.setString(9, text(entry.change().after()));
      insert.setString(10, entry.previous());
      insert.setString(11, entry.hash());
      insert.executeUpdate();
    }
  }

  static List<Entry> newest(
      Connection connection, TenantId tenant, AuditLog.Filter filter, long before, int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(NEWEST)) {
      select.setObject(1, tenant.uuid());
      select.setLong(2, before);
      int at = 3;
      for (var wanted : List.of(filter.actor(), filter.action(), filter.target())) {
        select.setString(at++, wanted.orElse(null));
        select.setString(at++, wanted.orElse(null));
      }
      select.setInt(at, limit);
      return read(select);
    }
  }

  static List<Entry> oldest(Connection connection, TenantId tenant, long after, int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(OLDEST)) {
      select.setObject(1, tenant.uuid());
      select.setLong(2, after);
      select.setInt(3, limit);
      return read(select);
    }
  }

  private static List<Entry> read(PreparedStatement select) throws SQLException {
    var entries = new ArrayList<Entry>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return entries;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        Optional.ofNullable(row.getString("address")),
        new Change(
            row.getString("action"),
            row.getString("target"),
            node(row.getString("before")),
            node(row.getString("after"))),
        row.getString("previous"),
        row.getString("hash"));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isNull() ? null : Json.write(node);
  }

  private static JsonNode node(@Nullable String text) {
    return text == null ? NullNode.getInstance() : Json.read(text);
  }
}
