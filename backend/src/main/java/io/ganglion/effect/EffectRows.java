package io.ganglion.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads lines of the ledger. */
final class EffectRows {
  static final String COLUMNS =
      """
      tenant_id, id, run_id, position, ordinal, undo_of, connection, connector, action, system_id, retry_class, undo_class,
      arguments, arguments_hash, reads, handle, state, attempts, attempts_lost, status, reason, output, reference, url, evidence,
      first_dispatched_at, dispatched_at, judge_after, not_before, settled_at
      """;

  private EffectRows() {}

  /** The columns of a table under another name. */
  static String columns(String table) {
    return Arrays.stream(COLUMNS.split(","))
        .map(column -> table + "." + column.strip())
        .collect(Collectors.joining(", "));
  }

  /** All that a query finds. */
  static List<Effect> all(PreparedStatement select) throws SQLException {
    var effects = new ArrayList<Effect>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        effects.add(read(row));
      }
    }
    return effects;
  }

  static Effect read(ResultSet row) throws SQLException {
    var undoOf = row.getObject("undo_of", UUID.class);
    var frozen =
        new Effect.Frozen(
            new TenantId(row.getObject("tenant_id", UUID.class)),
            new EffectId(row.getObject("id", UUID.class)),
            new RunId(row.getObject("run_id", UUID.class)),
            row.getString("position"),
            row.getInt("ordinal"),
            undoOf == null ? null : new EffectId(undoOf),
            row.getString("connection"),
            row.getString("connector"),
            row.getString("action"),
            new SystemId(row.getObject("system_id", UUID.class)),
            RetryClass.valueOf(row.getString("retry_class").toUpperCase(Locale.ROOT)),
            UndoClass.valueOf(row.getString("undo_class").toUpperCase(Locale.ROOT)),
            Json.read(row.getString("arguments")),
            row.getString("arguments_hash"),
            json(row.getString("reads")));
    var handle = json(row.getString("handle"));
    var reason = row.getString("reason");
    var reference = row.getString("reference");
    var output = json(row.getString("output"));
    return new Effect(
        frozen,
        handle == null ? NullNode.getInstance() : handle,
        EffectState.valueOf(row.getString("state")),
        new Effect.Tries(row.getInt("attempts"), row.getInt("attempts_lost")),
        reason == null ? null : new Effect.Miss(row.getInt("status"), reason),
        reference == null
            ? null
            : new Effect.Landing(
                output == null ? NullNode.getInstance() : output, reference, row.getString("url")),
        row.getString("evidence"),
        new Effect.Times(
            instant(row, "first_dispatched_at"),
            instant(row, "dispatched_at"),
            instant(row, "judge_after"),
            instant(row, "not_before"),
            instant(row, "settled_at")));
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.read(text);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
