package io.ganglion.agent;

import io.ganglion.agent.Agents.StateEntry;
import io.ganglion.kernel.Id;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a state entry.
 *
 * @param entry empty for a deleted one, which keeps its count of versions
 */
record StateRow(long version, Optional<StateEntry> entry) {

  /** Makes something of one row of an answer. */
  @FunctionalInterface
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  static StateRow of(ResultSet row) throws SQLException {
    var version = row.getLong("version");
    var value = row.getString("value");
    if (value == null) {
      return new StateRow(version, Optional.empty());
    }
    var at = row.getTimestamp("updated_at").toInstant();
    return new StateRow(
        version, Optional.of(new StateEntry(row.getString("key"), Json.read(value), version, at)));
  }

  static StateVersion version(ResultSet row) throws SQLException {
    var value = row.getString("value");
    var run = row.getObject("run_id", UUID.class);
    return new StateVersion(
        row.getLong("version"),
        value == null ? null : Json.read(value),
        run == null ? null : new RunId(run),
        row.getString("position"),
        row.getString("actor"),
        row.getTimestamp("at").toInstant());
  }

  /** All rows a statement answers. */
  static <T> List<T> all(
      Connection connection, String sql, Reading<T> reading, @Nullable Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      var read = new ArrayList<T>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          read.add(reading.of(rows));
        }
      }
      return read;
    }
  }

  static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i] instanceof Id id ? id.uuid() : parameters[i]);
    }
  }
}
