package io.ganglion.db;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How rows of a tenant's things are read: one by its identifier, or a page, newest first. Always in
 * the caller's transaction, which sees the tenant.
 *
 * @param select columns and tables, down to {@code WHERE … tenant_id = ?}; never from outside
 * @param id the column with the identifier, which grows with time
 * @param locking how rows are locked, e.g. {@code FOR UPDATE}
 */
public record TenantRows<T>(String select, String id, String locking, Reader<T> reader) {
  /** Reads the row that the cursor stands on. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public Optional<T> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return one(connection, "", tenant, id);
  }

  /** Its row stays locked to the end of the transaction. */
  public Optional<T> lock(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return one(connection, locking, tenant, id);
  }

  private Optional<T> one(Connection connection, String end, TenantId tenant, UUID wanted)
      throws SQLException {
    var sql = "%s AND %s = ? %s".formatted(select, id, end);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, tenant.uuid());
      statement.setObject(2, wanted);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
      }
    }
  }

  /**
   * Newest first.
   *
   * @param before only those older than it; empty: from the newest on
   */
  public List<T> page(Connection connection, TenantId tenant, Optional<UUID> before, int most)
      throws SQLException {
    var sql =
        "%s AND (?::uuid IS NULL OR %s < ?) ORDER BY %s DESC LIMIT ?".formatted(select, id, id);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, tenant.uuid());
      statement.setObject(2, before.orElse(null));
      statement.setObject(3, before.orElse(null));
      statement.setInt(4, most);
      var found = new ArrayList<T>();
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    }
  }

  /**
   * How many a tenant has.
   *
   * @param table never from outside
   */
  public static long count(Connection connection, TenantId tenant, String table)
      throws SQLException {
    var sql = "SELECT count(*) FROM %s WHERE tenant_id = ?".formatted(table);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, tenant.uuid());
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
