package io.ganglion.status;

import io.ganglion.kernel.IncidentId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of incidents; each call inside of a transaction of {@link TenantId#NOBODY}. */
final class IncidentStore {
  private static final String INSERT =
      """
      INSERT INTO incident (tenant_id, id, title, impact, parts, started_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String LOCK =
      "SELECT FROM incident WHERE tenant_id = ? AND id = ? FOR UPDATE";
  private static final String TELL =
      """
      INSERT INTO incident_update (tenant_id, incident_id, id, state, message, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String RESOLVE =
      "UPDATE incident SET resolved_at = ? WHERE tenant_id = ? AND id = ?";
  private static final String COLUMNS =
      "SELECT id, title, impact, parts, started_at, resolved_at FROM incident WHERE tenant_id = ? ";
  private static final String FIND = COLUMNS + "AND id = ?";
  private static final String OPEN = COLUMNS + "AND resolved_at IS NULL ORDER BY id DESC LIMIT ?";
  private static final String NEWEST = COLUMNS + "AND id < ? ORDER BY id DESC LIMIT ?";
  private static final String UPDATES =
      """
      SELECT state, message, at FROM incident_update WHERE tenant_id = ? AND incident_id = ? ORDER BY id LIMIT ?
      """;

  private IncidentStore() {}

  /**
   * @return whether it was not there
   */
  static boolean insert(
      Connection c, IncidentId id, String title, Impact impact, Set<Part> parts, Instant at)
      throws SQLException {
    try (var insert = c.prepareStatement(INSERT)) {
      insert.setObject(1, TenantId.NOBODY.uuid());
      insert.setObject(2, id.uuid());
      insert.setString(3, title);
      insert.setString(4, impact.toString());
      insert.setArray(5, c.createArrayOf("text", parts.stream().map(Part::toString).toArray()));
      insert.setObject(6, at.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  /** Locked to the end of the transaction; false: there is none. */
  static boolean lock(Connection c, IncidentId id) throws SQLException {
    try (var select = c.prepareStatement(LOCK)) {
      select.setObject(1, TenantId.NOBODY.uuid());
      select.setObject(2, id.uuid());
      try (var rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  /**
   * Appends what is told, once for each identifier.
   *
   * @param by which operator
   */
  static void tell(Connection c, IncidentId id, UUID update, Incident.Update told, String by)
      throws SQLException {
    try (var insert = c.prepareStatement(TELL)) {
      insert.setObject(1, TenantId.NOBODY.uuid());
      insert.setObject(2, id.uuid());
      insert.setObject(3, update);
      insert.setString(4, told.state().toString());
      insert.setString(5, told.message());
      insert.setString(6, by);
      insert.setObject(7, told.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    try (var resolve = c.prepareStatement(RESOLVE)) {
      boolean over = told.state() == IncidentState.RESOLVED;
      resolve.setObject(1, over ? told.at().atOffset(ZoneOffset.UTC) : null);
      resolve.setObject(2, TenantId.NOBODY.uuid());
      resolve.setObject(3, id.uuid());
      resolve.executeUpdate();
    }
  }

  static Optional<Incident> find(Connection c, IncidentId id) throws SQLException {
    try (var select = c.prepareStatement(FIND)) {
      select.setObject(1, TenantId.NOBODY.uuid());
      select.setObject(2, id.uuid());
      return read(c, select).stream().findFirst();
    }
  }

  /** Those that go on, newest first. */
  static List<Incident> open(Connection c, int most) throws SQLException {
    try (var select = c.prepareStatement(OPEN)) {
      select.setObject(1, TenantId.NOBODY.uuid());
      select.setInt(2, most);
      return read(c, select);
    }
  }

  static List<Incident> newest(Connection c, IncidentId before, int most) throws SQLException {
    try (var select = c.prepareStatement(NEWEST)) {
      select.setObject(1, TenantId.NOBODY.uuid());
      select.setObject(2, before.uuid());
      select.setInt(3, most);
      return read(c, select);
    }
  }

  private static List<Incident> read(Connection c, PreparedStatement select) throws SQLException {
    var found = new ArrayList<Incident>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        var id = new IncidentId(row.getObject("id", UUID.class));
        var parts = EnumSet.noneOf(Part.class);
        for (var name : (String[]) row.getArray("parts").getArray()) {
          parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        found.add(
            new Incident(
                id,
                row.getString("title"),
                Impact.valueOf(row.getString("impact").toUpperCase(Locale.ROOT)),
                parts,
                instant(row, "started_at").orElseThrow(),
                instant(row, "resolved_at"),
                updates(c, id)));
      }
    }
    return found;
  }

  private static List<Incident.Update> updates(Connection c, IncidentId id) throws SQLException {
    var updates = new ArrayList<Incident.Update>();
    try (var select = c.prepareStatement(UPDATES)) {
      select.setObject(1, TenantId.NOBODY.uuid());
      select.setObject(2, id.uuid());
      select.setInt(3, Incident.MAX_UPDATES);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          updates.add(
              new Incident.Update(
                  IncidentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                  row.getString("message"),
                  instant(row, "at").orElseThrow()));
        }
      }
    }
    return updates;
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
