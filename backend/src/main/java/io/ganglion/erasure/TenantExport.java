package io.ganglion.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Rfc3339;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rows of a tenant, without what opens doors. */
@ApplicationScoped
public class TenantExport {
  private static final int PAGE = 500;
  private static final List<String> NOWHERE = List.of();

  /** Sealed answers, data keys, work under way: nothing that anybody could use elsewhere. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "tenant_data_key",
          "idempotency_key",
          "worker_tenant",
          "lab_account",
          "run_queue",
          "notification_pending",
          "notification_tenant",
          "webhook_lane",
          "webhook_pending",
          "webhook_tenant");

  private static final Map<String, List<String>> HIDDEN =
      Map.of(
          "connection", List.of("credentials", "key_generation"),
          "authorization_request",
              List.of("state_hash", "browser_hash", "sealed", "key_generation"),
          "api_key", List.of("secret_hash"),
          "a2a_push", List.of("sealed", "key_generation"),
          "approval_link_key", List.of("sealed", "key_generation"),
          "notification_channel", List.of("sealed", "key_generation"),
          "webhook_secret", List.of("sealed", "key_generation"),
          "webhook_source", List.of("token_hash", "old_token_hash"));

  private final TenantTx tx;

  TenantExport(TenantTx tx) {
    this.tx = tx;
  }

  /** Takes the lines of an export. */
  @FunctionalInterface
  public interface Lines {
    void write(String line) throws IOException;
  }

  /** Table by table, in pages, each page a transaction: rows written meanwhile may be missing. */
  public void each(TenantId tenant, Lines lines) throws IOException {
    var names = new ArrayList<String>(List.of("tenant"));
    tx.call(tenant, TenantTables::read).names().stream()
        .filter(table -> !LEFT_OUT.contains(table))
        .sorted()
        .forEach(names::add);
    for (var table : names) {
      var readable = tx.call(tenant, connection -> readable(connection, table));
      var times = tx.call(tenant, connection -> times(connection, table));
      var key = tx.call(tenant, connection -> TableKey.of(connection, table));
      var after = NOWHERE;
      while (readable && after != null) {
        var from = after;
        var page = tx.call(tenant, connection -> page(connection, table, key, from));
        for (var row : page) {
          lines.write(
              Json.write(
                  Json.object().put("table", table).set("row", shown(table, times, row.json))));
        }
        after = page.size() < PAGE ? null : page.getLast().place;
      }
    }
  }

  private record Row(List<String> place, String json) {}

  private static JsonNode shown(String table, Set<String> times, String json) {
    ObjectNode row = (ObjectNode) Json.read(json);
    for (var column : times) {
      if (row.path(column).isTextual()) {
        row.put(column, time(row.path(column).asText()));
      }
    }
    return row.remove(HIDDEN.getOrDefault(table, List.of()));
  }

  /** As the API writes times; what the database has for no time, such as infinity, stays. */
  private static String time(String text) {
    try {
      return Rfc3339.write(Rfc3339.readOffset(text));
    } catch (DateTimeException e) {
      return text;
    }
  }

  /** The columns that hold times. */
  private static Set<String> times(Connection connection, String table) throws SQLException {
    try (var ask =
        connection.prepareStatement(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = ?::regclass AND atttypid = 'timestamptz'::regtype AND NOT attisdropped
            """)) {
      ask.setString(1, table);
      try (var row = ask.executeQuery()) {
        var names = new HashSet<String>();
        while (row.next()) {
          names.add(row.getString(1));
        }
        return names;
      }
    }
  }

  private static boolean readable(Connection connection, String table) throws SQLException {
    try (var ask = connection.prepareStatement("SELECT has_table_privilege(?, 'SELECT')")) {
      ask.setString(1, table);
      try (var row = ask.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static List<Row> page(
      Connection connection, String table, TableKey key, List<String> after) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT %s, to_json(t)::text FROM %s t -- as jsonb it could hold no NUL
            %s ORDER BY %s LIMIT %d
            """
                .formatted(
                    key.place(),
                    table,
                    after.isEmpty() ? "" : "WHERE " + key.after(),
                    key.list(),
                    PAGE))) {
      for (int i = 0; i < after.size(); i++) {
        select.setString(i + 1, after.get(i));
      }
      try (var row = select.executeQuery()) {
        var rows = new ArrayList<Row>();
        while (row.next()) {
          rows.add(new Row(List.of((String[]) row.getArray(1).getArray()), row.getString(2)));
        }
        return rows;
      }
    }
  }
}
