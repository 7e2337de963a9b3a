package io.ganglion.mcp;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The statements on clients' sessions and keys. */
@ApplicationScoped
class McpStore {
  private static final String COLUMNS = "id, agent_id, actor, protocol, client, elicits, run_id";

  /** Those that rest too long, and the oldest where there are too many. */
  private static final String MAKE_ROOM =
      """
      DELETE FROM mcp_session WHERE tenant_id = ? AND NOT standing
        AND (used_at < now() - make_interval(secs => ?)
             OR id IN (SELECT id FROM mcp_session WHERE tenant_id = ? AND NOT standing
                       ORDER BY used_at DESC OFFSET ? LIMIT 100))
      """;

  private static final String INSERT =
      """
      INSERT INTO mcp_session (tenant_id, id, agent_id, actor, standing, protocol, client, elicits, run_id)
      VALUES (?, ?, ?, ?, ?, ?, ?::json, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String FIND =
      "SELECT "
          + COLUMNS
          + " FROM mcp_session WHERE tenant_id = ? AND id = ? AND agent_id = ? AND actor = ?"
          + " AND NOT standing AND used_at >= now() - make_interval(secs => ?)";
  private static final String FIND_STANDING =
      "SELECT "
          + COLUMNS
          + " FROM mcp_session WHERE tenant_id = ? AND agent_id = ? AND actor = ? AND standing";
  private static final String TOUCH =
      "UPDATE mcp_session SET used_at = now() WHERE tenant_id = ? AND id = ? AND used_at < now() -"
          + " interval '1 minute'";
  private static final String DELETE = "DELETE FROM mcp_session WHERE tenant_id = ? AND id = ?";
  private static final String MOVE =
      "UPDATE mcp_session SET run_id = ? WHERE tenant_id = ? AND id = ? AND run_id = ?";
  private static final String RUN = "SELECT run_id FROM mcp_session WHERE tenant_id = ? AND id = ?";

  private static final String CLAIM =
      """
      INSERT INTO mcp_call (tenant_id, agent_id, key, run_id, step) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String CLAIMED =
      "SELECT run_id, step FROM mcp_call WHERE tenant_id = ? AND agent_id = ? AND key = ?";
  private static final String MOVE_CALL =
      "UPDATE mcp_call SET run_id = ? WHERE tenant_id = ? AND agent_id = ? AND key = ? AND run_id ="
          + " ?";

  private final TenantTx tx;
  private final McpConfig config;

  McpStore(TenantTx tx, McpConfig config) {
    this.tx = tx;
    this.config = config;
  }

  /**
   * Where a call's step is.
   *
   * @param step its key in the run
   */
  record Line(RunId run, String step) {}

  void open(McpSession session) {
    tx.run(
        session.tenant(),
        connection -> {
          try (var delete = connection.prepareStatement(MAKE_ROOM)) {
            delete.setObject(1, session.tenant().uuid());
            delete.setLong(2, config.sessionIdle().toSeconds());
            delete.setObject(3, session.tenant().uuid());
            delete.setInt(4, config.sessions() - 1);
            delete.executeUpdate();
          }
          insert(connection, session, false);
        });
  }

  /** The one session of clients that have none, made where it isn't there. */
  McpSession standing(McpSession wanted) {
    return tx.call(
        wanted.tenant(),
        connection -> {
          var found = findStanding(connection, wanted);
          if (found.isEmpty()) {
            insert(connection, wanted, true);
            found = findStanding(connection, wanted);
          }
          return found.orElseThrow();
        });
  }

  private static void insert(Connection connection, McpSession session, boolean standing)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, session.tenant().uuid());
      insert.setObject(2, session.id());
      insert.setObject(3, session.agent().uuid());
      insert.setString(4, session.actor());
      insert.setBoolean(5, standing);
      insert.setString(6, session.protocol());
      insert.setString(7, Json.write(session.client()));
      insert.setBoolean(8, session.elicits());
      insert.setObject(9, session.run().uuid());
      insert.executeUpdate();
    }
  }

  private static Optional<McpSession> findStanding(Connection connection, McpSession wanted)
      throws SQLException {
    try (var select = connection.prepareStatement(FIND_STANDING)) {
      select.setObject(1, wanted.tenant().uuid());
      select.setObject(2, wanted.agent().uuid());
      select.setString(3, wanted.actor());
      return one(wanted.tenant(), select.executeQuery());
    }
  }

  /** One that its owner uses, and the agent's; it is used by this. */
  Optional<McpSession> find(TenantId tenant, AgentId agent, String actor, UUID id) {
    return tx.call(
        tenant,
        connection -> {
          Optional<McpSession> found;
          try (var select = connection.prepareStatement(FIND)) {
            select.setObject(1, tenant.uuid());
            select.setObject(2, id);
            select.setObject(3, agent.uuid());
            select.setString(4, actor);
            select.setLong(5, config.sessionIdle().toSeconds());
            found = one(tenant, select.executeQuery());
          }
          if (found.isPresent()) {
            update(connection, TOUCH, tenant.uuid(), id);
          }
          return found;
        });
  }

  private static Optional<McpSession> one(TenantId tenant, ResultSet rows) throws SQLException {
    try (rows) {
      return rows.next()
          ? Optional.of(
              new McpSession(
                  tenant,
                  rows.getObject("id", UUID.class),
                  new AgentId(rows.getObject("agent_id", UUID.class)),
                  rows.getString("actor"),
                  rows.getString("protocol"),
                  Json.read(rows.getString("client")),
                  rows.getBoolean("elicits"),
                  new RunId(rows.getObject("run_id", UUID.class))))
          : Optional.empty();
    }
  }

  void delete(McpSession session) {
    tx.run(
        session.tenant(),
        connection -> update(connection, DELETE, session.tenant().uuid(), session.id()));
  }

  /** Gives the session another run, unless somebody did so before; the one it has then. */
  RunId move(McpSession session, RunId from, RunId to) {
    var tenant = session.tenant().uuid();
    return tx.call(
        session.tenant(),
        connection -> {
          update(connection, MOVE, to.uuid(), tenant, session.id(), from.uuid());
          return line(connection, RUN, tenant, session.id()).orElse(to);
        });
  }

  /** What a key stands for; from now on for this, where it stood for nothing. */
  Line claim(TenantId tenant, AgentId agent, String key, Line line) {
    return tx.call(
        tenant,
        connection -> {
          var id = tenant.uuid();
          update(connection, CLAIM, id, agent.uuid(), key, line.run().uuid(), line.step());
          return claimed(connection, tenant, agent, key);
        });
  }

  /** The key's step was never asked for, and can't be in that run: it will be in another. */
  Line move(TenantId tenant, AgentId agent, String key, RunId from, RunId to) {
    return tx.call(
        tenant,
        connection -> {
          var id = tenant.uuid();
          update(connection, MOVE_CALL, to.uuid(), id, agent.uuid(), key, from.uuid());
          return claimed(connection, tenant, agent, key);
        });
  }

  private static Line claimed(Connection connection, TenantId tenant, AgentId agent, String key)
      throws SQLException {
    try (var select = connection.prepareStatement(CLAIMED)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, agent.uuid());
      select.setString(3, key);
      try (var row = select.executeQuery()) {
        row.next();
        return new Line(new RunId(row.getObject("run_id", UUID.class)), row.getString("step"));
      }
    }
  }

  private static Optional<RunId> line(Connection connection, String sql, UUID tenant, UUID id)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(new RunId(row.getObject(1, UUID.class))) : Optional.empty();
      }
    }
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
