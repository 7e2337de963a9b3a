package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.db.TenantRows;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.SourceId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of sources; each call inside of a tenant's transaction. */
final class SourceStore {
  private static final String ID_HEADER = "id_header";
  private static final String TYPE_HEADER = "type_header";
  private static final String COLUMNS =
      """
      SELECT id, name, type, verification, settings, CASE WHEN old_token_until > now() THEN old_token_until END AS old_token_until,
        version, created_at
      FROM webhook_source WHERE tenant_id = ?
      """;
  private static final TenantRows<Source> ROWS =
      new TenantRows<>(COLUMNS, "id", "FOR UPDATE", SourceStore::read);

  private static final String INSERT =
      """
      INSERT INTO webhook_source (tenant_id, id, name, type, verification, settings, token_hash, created_at)
      VALUES (?, ?, ?, ?, ?, ?::json, ?, ?)
      """;
  private static final String RENAME =
      "UPDATE webhook_source SET name = ?, version = version + 1 WHERE tenant_id = ? AND id = ?";
  private static final String ROTATE =
      """
      UPDATE webhook_source SET token_hash = ?, old_token_hash = token_hash, old_token_until = ?, version = version + 1
      WHERE tenant_id = ? AND id = ?
      """;
  private static final String DELETE = "DELETE FROM webhook_source WHERE tenant_id = ? AND id = ?";

  private SourceStore() {}

  static Optional<Source> find(Connection connection, TenantId tenant, SourceId id)
      throws SQLException {
    return ROWS.find(connection, tenant, id.uuid());
  }

  /** It stays locked to the end of the transaction. */
  static Optional<Source> lock(Connection connection, TenantId tenant, SourceId id)
      throws SQLException {
    return ROWS.lock(connection, tenant, id.uuid());
  }

  /** Newest first. */
  static List<Source> page(
      Connection connection, TenantId tenant, Optional<SourceId> before, int most)
      throws SQLException {
    return ROWS.page(connection, tenant, before.map(SourceId::uuid), most);
  }

  /** Two requests at once may both be the last that is allowed; one more does no harm. */
  static long count(Connection connection, TenantId tenant) throws SQLException {
    return TenantRows.count(connection, tenant, "webhook_source");
  }

  static void insert(Connection connection, SourceToken token, Source.Wanted wanted, Instant now)
      throws SQLException {
    var settings = (ObjectNode) wanted.verification().settings();
    wanted.headers().id().ifPresent(name -> settings.put(ID_HEADER, name));
    wanted.headers().type().ifPresent(name -> settings.put(TYPE_HEADER, name));
    try (var insert = connection.prepareStatement(INSERT)) {
      bind(insert, 1, token.tenant(), token.source());
      insert.setString(3, wanted.name());
      insert.setString(4, wanted.type());
      insert.setString(5, wanted.verification().kind());
      insert.setString(6, Json.write(settings));
      insert.setBytes(7, token.hash());
      insert.setObject(8, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  static void rename(Connection connection, TenantId tenant, SourceId id, String name)
      throws SQLException {
    try (var rename = connection.prepareStatement(RENAME)) {
      rename.setString(1, name);
      bind(rename, 2, tenant, id);
      rename.executeUpdate();
    }
  }

  static void rotate(Connection connection, SourceToken token, Instant oldUntil)
      throws SQLException {
    try (var rotate = connection.prepareStatement(ROTATE)) {
      rotate.setBytes(1, token.hash());
      rotate.setObject(2, oldUntil.atOffset(ZoneOffset.UTC));
      bind(rotate, 3, token.tenant(), token.source());
      rotate.executeUpdate();
    }
  }

  static void delete(Connection connection, TenantId tenant, SourceId id) throws SQLException {
    try (var delete = connection.prepareStatement(DELETE)) {
      bind(delete, 1, tenant, id);
      delete.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, int from, TenantId tenant, SourceId id)
      throws SQLException {
    statement.setObject(from, tenant.uuid());
    statement.setObject(from + 1, id.uuid());
  }

  /** Of a row that has the columns of this table. */
  static Source.Wanted wanted(ResultSet row) throws SQLException {
    var settings = Json.read(row.getString("settings"));
    return new Source.Wanted(
        row.getString("name"),
        row.getString("type"),
        Verification.of(row.getString("verification"), settings),
        new Source.Headers(
            Optional.ofNullable(settings.path(ID_HEADER).textValue()),
            Optional.ofNullable(settings.path(TYPE_HEADER).textValue())));
  }

  private static Source read(ResultSet row) throws SQLException {
    return new Source(
        new SourceId(row.getObject("id", UUID.class)),
        wanted(row),
        Optional.ofNullable(row.getObject("old_token_until", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getLong("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
