package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a run's journal holds when a worker takes it up. */
record History(TreeMap<String, Step> steps, Map<String, Instant> timers) {
  static History load(Connection connection, TenantId tenant, RunId run) throws SQLException {
    var history = new History(new TreeMap<>(), new HashMap<>());
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
    return history;
  }

  static Step step(ResultSet row) throws SQLException {
    return new Step(
        row.getString("position"),
        row.getInt("seq"),
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
