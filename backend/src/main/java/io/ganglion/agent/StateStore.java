package io.ganglion.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.agent.Agents.StateEntry;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of state entries and of their history. */
@ApplicationScoped
class StateStore {
  private static final String FIND =
      """
      SELECT key, value, version, updated_at FROM agent_state
      WHERE tenant_id = ? AND agent_id = ? AND key = ?
      """;
  private static final String SOME =
      """
      SELECT key, value, version, updated_at FROM agent_state
      WHERE tenant_id = ? AND agent_id = ? AND key = ANY (?::text[])
      """;
  private static final String LIST =
      """
      SELECT key, value, version, updated_at FROM agent_state
      WHERE tenant_id = ? AND agent_id = ? AND key > ? AND value IS NOT NULL ORDER BY key LIMIT ?
      """;
  private static final String HISTORY =
      """
      SELECT version, value, run_id, position, actor, at FROM agent_state_history
      WHERE tenant_id = ? AND agent_id = ? AND key = ? AND version < ? ORDER BY version DESC LIMIT ?
      """;
  private static final String INSERT =
      """
      INSERT INTO agent_state (tenant_id, agent_id, key, value, version) VALUES (?, ?, ?, ?::jsonb, 1)
      ON CONFLICT DO NOTHING RETURNING key, value, version, updated_at
      """;
  private static final String UPDATE =
      """
      UPDATE agent_state SET value = ?::jsonb, version = version + 1, updated_at = now()
      WHERE tenant_id = ? AND agent_id = ? AND key = ? RETURNING key, value, version, updated_at
      """;
  private static final String REMEMBER =
      """
      INSERT INTO agent_state_history (tenant_id, agent_id, key, version, value, actor)
      VALUES (?, ?, ?, ?, ?::jsonb, ?)
      """;

  private final TenantTx tx;

  StateStore(TenantTx tx) {
    this.tx = tx;
  }

  /** What a write makes of an entry as it is; null deletes it. */
  @FunctionalInterface
  interface Change extends Function<Optional<StateEntry>, @Nullable JsonNode> {}

  /** Whose entry. */
  record Key(TenantId tenant, AgentId agent, String name) {}

  Optional<StateEntry> find(Key key) {
    return tx.call(key.tenant(), c -> one(c, FIND, key.tenant(), key.agent(), key.name()))
        .flatMap(StateRow::entry);
  }

  /** Rows of these keys, deleted entries too; keys that were never written are left out. */
  Map<String, StateRow> some(TenantId tenant, AgentId agent, Collection<String> keys) {
    return tx.call(
        tenant,
        c -> {
          var rows = new HashMap<String, StateRow>();
          var array = c.createArrayOf("text", keys.toArray());
          StateRow.all(
              c,
              SOME,
              row -> rows.put(row.getString("key"), StateRow.of(row)),
              tenant,
              agent,
              array);
          return rows;
        });
  }

  /** Entries whose key comes after this one. */
  List<StateEntry> list(TenantId tenant, AgentId agent, String after, int limit) {
    return tx
        .call(tenant, c -> StateRow.all(c, LIST, StateRow::of, tenant, agent, after, limit))
        .stream()
        .flatMap(row -> row.entry().stream())
        .toList();
  }

  /** Versions before this one, newest first. */
  List<StateVersion> history(Key key, long before, int limit) {
    return tx.call(
        key.tenant(),
        c ->
            StateRow.all(
                c,
                HISTORY,
                StateRow::version,
                key.tenant(),
                key.agent(),
                key.name(),
                before,
                limit));
  }

  /** Writes what the change makes of the entry, and remembers it. */
  Optional<StateEntry> write(Key key, String actor, Change change) {
    return tx.call(
        key.tenant(),
        c -> {
          var written = put(c, key, change);
          if (written.isEmpty()) { // somebody made its first version meanwhile: now there is a row
            written = put(c, key, change);
          }
          var row = written.orElseThrow();
          remember(c, key, row, actor);
          return row.entry();
        });
  }

  private static Optional<StateRow> put(Connection c, Key key, Change change) throws SQLException {
    var now = one(c, FIND + "FOR UPDATE", key.tenant(), key.agent(), key.name());
    var value = change.apply(now.flatMap(StateRow::entry));
    var json = value == null ? null : Json.write(value);
    return now.isEmpty()
        ? one(c, INSERT, key.tenant(), key.agent(), key.name(), json)
        : one(c, UPDATE, json, key.tenant(), key.agent(), key.name());
  }

  private static void remember(Connection c, Key key, StateRow row, String actor)
      throws SQLException {
    var value = row.entry().map(entry -> Json.write(entry.value())).orElse(null);
    try (var insert = c.prepareStatement(REMEMBER)) {
      StateRow.set(insert, key.tenant(), key.agent(), key.name(), row.version(), value, actor);
      insert.executeUpdate();
    }
  }

  private static Optional<StateRow> one(Connection c, String sql, @Nullable Object... parameters)
      throws SQLException {
    return StateRow.all(c, sql, StateRow::of, parameters).stream().findFirst();
  }
}
