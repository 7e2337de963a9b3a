package io.ganglion.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one account holds at a simulated platform. */
public final class Objects {
  private static final String COLUMNS =
      "SELECT id, number, body, created_at, visible_at <= ?::timestamptz AS visible"
          + " FROM lab_object WHERE tenant_id = ? AND platform = ? AND owner = ? AND kind = ?";

  private final Connection connection;
  private final TenantId tenant;
  private final Platform platform;
  private final String owner;
  private final Instant now;
  private final Duration lag;

  Objects(
      Connection connection,
      TenantId tenant,
      Platform platform,
      String owner,
      Instant now,
      Duration lag) {
    this.connection = connection;
    this.tenant = tenant;
    this.platform = platform;
    this.owner = owner;
    this.now = now;
    this.lag = lag;
  }

  /** For reads outside of any account's scene. */
  public static Objects reading(
      Connection connection, TenantId tenant, Platform platform, String owner, Instant now) {
    return new Objects(connection, tenant, platform, owner, now, Duration.ZERO);
  }

  /**
   * One thing.
   *
   * @param number order of making
   * @param visible whether the platform's reads show it by now
   */
  public record Thing(String id, long number, ObjectNode body, Instant created, boolean visible) {}

  /** Which things to list, newest first; hidden ones are listed too, filter by {@code visible}. */
  public record Range(Instant since, long before, int limit) {
    public static Range newest(int limit) {
      return new Range(Instant.EPOCH, Long.MAX_VALUE, limit);
    }
  }

  public Optional<Thing> find(String kind, String id) throws SQLException {
    try (var select = select(COLUMNS + " AND id = ?", kind)) {
      select.setString(6, id);
      return things(select).stream().findFirst();
    }
  }

  /** The newest whose member has this text. */
  public Optional<Thing> newestWith(String kind, String member, String value) throws SQLException {
    return listWith(kind, member, value, 1).stream().findFirst();
  }

  public List<Thing> list(String kind, Range range) throws SQLException {
    var sql =
        COLUMNS + " AND created_at >= ?::timestamptz AND number < ? ORDER BY number DESC LIMIT ?";
    try (var select = select(sql, kind)) {
      select.setString(6, range.since().toString());
      select.setLong(7, range.before());
      select.setInt(8, range.limit());
      return things(select);
    }
  }

  /** Those whose member has this text, newest first. */
  public List<Thing> listWith(String kind, String member, String value, int limit)
      throws SQLException {
    var sql = COLUMNS + " AND body ->> ?::text = ? ORDER BY number DESC LIMIT ?";
    try (var select = select(sql, kind)) {
      select.setString(6, member);
      select.setString(7, value);
      select.setInt(8, limit);
      return things(select);
    }
  }

  public int count(String kind, Instant since) throws SQLException {
    var sql =
        "SELECT count(*) FROM lab_object WHERE tenant_id = ? AND platform = ? AND owner = ?"
            + " AND kind = ? AND created_at >= ?::timestamptz";
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setString(2, platform.word());
      select.setString(3, owner);
      select.setString(4, kind);
      select.setString(5, since.toString());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** Adds a thing; reads show it when the call's search lag is over. */
  public void add(String kind, String id, ObjectNode body) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO lab_object (tenant_id, platform, owner, kind, id, body, created_at, visible_at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::timestamptz, ?::timestamptz)
            """)) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, platform.word());
      insert.setString(3, owner);
      insert.setString(4, kind);
      insert.setString(5, id);
      insert.setString(6, Json.write(body));
      insert.setString(7, now.toString());
      insert.setString(8, now.plus(lag).toString());
      insert.executeUpdate();
    }
  }

  public void change(String kind, String id, ObjectNode body) throws SQLException {
    var sql =
        "UPDATE lab_object SET body = ?::jsonb"
            + " WHERE tenant_id = ? AND platform = ? AND owner = ? AND kind = ? AND id = ?";
    try (var update = connection.prepareStatement(sql)) {
      update.setString(1, Json.write(body));
      update.setObject(2, tenant.uuid());
      update.setString(3, platform.word());
      update.setString(4, owner);
      update.setString(5, kind);
      update.setString(6, id);
      update.executeUpdate();
    }
  }

  public void remove(String kind, String id) throws SQLException {
    var sql =
        "DELETE FROM lab_object"
            + " WHERE tenant_id = ? AND platform = ? AND owner = ? AND kind = ? AND id = ?";
    try (var delete = connection.prepareStatement(sql)) {
      delete.setObject(1, tenant.uuid());
      delete.setString(2, platform.word());
      delete.setString(3, owner);
      delete.setString(4, kind);
      delete.setString(5, id);
      delete.executeUpdate();
    }
  }

  /** Creates a thing that accounts share unless it is there, and locks it until the commit. */
  public Thing lock(String kind, String id, ObjectNode initial) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO lab_object (tenant_id, platform, owner, kind, id, body, created_at, visible_at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::timestamptz, ?::timestamptz) ON CONFLICT DO NOTHING
            """)) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, platform.word());
      insert.setString(3, owner);
      insert.setString(4, kind);
      insert.setString(5, id);
      insert.setString(6, Json.write(initial));
      insert.setString(7, now.toString());
      insert.setString(8, now.toString());
      insert.executeUpdate();
    }
    try (var select = select(COLUMNS + " AND id = ? FOR UPDATE", kind)) {
      select.setString(6, id);
      return things(select).getFirst();
    }
  }

  private PreparedStatement select(String sql, String kind) throws SQLException {
    var select = connection.prepareStatement(sql);
    select.setString(1, now.toString());
    select.setObject(2, tenant.uuid());
    select.setString(3, platform.word());
    select.setString(4, owner);
    select.setString(5, kind);
    return select;
  }

  private static List<Thing> things(PreparedStatement select) throws SQLException {
    var things = new ArrayList<Thing>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        things.add(
            new Thing(
                row.getString("id"),
                row.getLong("number"),
                (ObjectNode) Json.read(row.getString("body")),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("visible")));
      }
    }
    return things;
  }
}
