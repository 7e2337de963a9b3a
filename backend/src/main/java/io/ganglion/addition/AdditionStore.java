package io.ganglion.addition;

import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of additions; each call inside of a tenant's transaction. */
final class AdditionStore {
  private static final String ONE =
      """
      SELECT name, kind, title, address, definition, version, created_at FROM addition WHERE tenant_id = ? AND name = ?
      """;
  private static final String LOCK = ONE + " FOR UPDATE";
  private static final String STATE =
      "SELECT name, version, created_at FROM addition WHERE tenant_id = ? AND (?::text IS NULL OR"
          + " name = ?) ORDER BY name";
  private static final String COUNT = "SELECT count(*) FROM addition WHERE tenant_id = ?";
  private static final String INSERT =
      """
      INSERT INTO addition (tenant_id, name, kind, title, address, definition, created_at) VALUES (?, ?, ?, ?, ?, ?::json, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String UPDATE =
      """
      UPDATE addition SET title = ?, address = ?, definition = ?::json, version = version + 1
      WHERE tenant_id = ? AND name = ?
      """;
  private static final String DELETE = "DELETE FROM addition WHERE tenant_id = ? AND name = ?";

  private AdditionStore() {}

  /** Which of a name there is now; another one of the same name has another time. */
  record State(String name, long version, Instant createdAt) {}

  /**
   * @param name null for all
   */
  static List<State> states(
      Connection connection, TenantId tenant, @org.jspecify.annotations.Nullable String name)
      throws SQLException {
    try (var select = connection.prepareStatement(STATE)) {
      select.setObject(1, tenant.uuid());
      select.setString(2, name);
      select.setString(3, name);
      var found = new ArrayList<State>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(new State(row.getString("name"), row.getLong("version"), created(row)));
        }
      }
      return found;
    }
  }

  static Optional<Addition> find(Connection connection, TenantId tenant, String name)
      throws SQLException {
    return one(connection, ONE, tenant, name);
  }

  /** Its row stays locked to the end of the transaction. */
  static Optional<Addition> lock(Connection connection, TenantId tenant, String name)
      throws SQLException {
    return one(connection, LOCK, tenant, name);
  }

  static long count(Connection connection, TenantId tenant) throws SQLException {
    try (var count = connection.prepareStatement(COUNT)) {
      count.setObject(1, tenant.uuid());
      try (var row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Whether it was written; not where the name is taken. */
  static boolean insert(Connection connection, TenantId tenant, Addition addition)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, addition.name());
      insert.setString(3, addition.kind().word());
      insert.setString(4, addition.title());
      insert.setString(5, addition.address().toString());
      insert.setString(6, AdditionJson.write(addition));
      insert.setObject(7, addition.createdAt().atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  static void update(Connection connection, TenantId tenant, Addition addition)
      throws SQLException {
    try (var update = connection.prepareStatement(UPDATE)) {
      update.setString(1, addition.title());
      update.setString(2, addition.address().toString());
      update.setString(3, AdditionJson.write(addition));
      update.setObject(4, tenant.uuid());
      update.setString(5, addition.name());
      update.executeUpdate();
    }
  }

  static void delete(Connection connection, TenantId tenant, String name) throws SQLException {
    try (var delete = connection.prepareStatement(DELETE)) {
      delete.setObject(1, tenant.uuid());
      delete.setString(2, name);
      delete.executeUpdate();
    }
  }

  private static Optional<Addition> one(
      Connection connection, String sql, TenantId tenant, String name) throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setString(2, name);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static Addition read(ResultSet row) throws SQLException {
    var definition = Json.read(row.getString("definition"));
    return new Addition(
        row.getString("name"),
        Addition.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("title"),
        URI.create(row.getString("address")),
        AdditionJson.schemes(definition),
        AdditionJson.identity(definition),
        AdditionJson.offers(definition),
        row.getLong("version"),
        created(row));
  }

  private static Instant created(ResultSet row) throws SQLException {
    return row.getObject("created_at", OffsetDateTime.class).toInstant();
  }
}
