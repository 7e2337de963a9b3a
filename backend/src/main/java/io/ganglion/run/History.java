package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a run's journal holds when a worker takes it up. */
record History(
    TreeMap<String, Step> steps,
    Map<String, Instant> timers,
    Map<String, List<Consumed>> consumed,
    Map<String, Map<String, Long>> reads) {
  /** Of a run that has done nothing yet. */
  static History empty() {
    return new History(new TreeMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
  }

  static History load(Connection connection, TenantId tenant, RunId run) throws SQLException {
    var history = empty();
    var steps =
        """
        SELECT position, seq, name, state, attempts, output, error, started_at, ended_at
        FROM step WHERE tenant_id = ? AND run_id = ?
        """;
    try (var select = connection.prepareStatement(steps)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var step = step(row);
          history.steps.put(step.position(), step);
        }
      }
    }
    var timers = "SELECT position, due_at FROM timer WHERE tenant_id = ? AND run_id = ?";
    try (var select = connection.prepareStatement(timers)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          history.timers.put(row.getString(1), row.getTimestamp(2).toInstant());
        }
      }
    }
    history.readConsumed(connection, tenant, run);
    history.readReads(connection, tenant, run);
    return history;
  }

  private void readReads(Connection connection, TenantId tenant, RunId run) throws SQLException {
    var sql = "SELECT position, key, version FROM state_read WHERE tenant_id = ? AND run_id = ?";
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          reads
              .computeIfAbsent(row.getString(1), position -> new HashMap<>())
              .put(row.getString(2), row.getLong(3));
        }
      }
    }
  }

  private void readConsumed(Connection connection, TenantId tenant, RunId run) throws SQLException {
    var sql =
        """
        SELECT position, ordinal, seq, filter, event FROM consumption
        WHERE tenant_id = ? AND run_id = ? ORDER BY position, ordinal
        """;
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          consumed
              .computeIfAbsent(row.getString("position"), position -> new ArrayList<>())
              .add(
                  new Consumed(
                      row.getInt("ordinal"),
                      row.getLong("seq"),
                      row.getInt("filter"),
                      Json.read(row.getString("event"))));
        }
      }
    }
  }

  static Step step(ResultSet row) throws SQLException {
    return step(row, "seq");
  }

  /**
   * @param order the column of the order of start
   */
  static Step step(ResultSet row, String order) throws SQLException {
    return new Step(
        row.getString("position"),
        row.getInt(order),
        row.getString("name"),
        Step.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        json(row.getString("output")),
        json(row.getString("error")),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("ended_at").toInstant());
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.read(text);
  }
}
