package io.ganglion.run;

import io.ganglion.connection.Connection.Status;
import io.ganglion.db.TenantTx;
import io.ganglion.effect.EffectState;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.CoordinationMap.Account;
import io.ganglion.run.CoordinationMap.Agent;
import io.ganglion.run.CoordinationMap.Busy;
import io.ganglion.run.CoordinationMap.Open;
import io.ganglion.run.CoordinationMap.Unsettled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reads what is coordinated now; each part by an index of what is under way alone. */
@ApplicationScoped
public class CoordinationMaps {
  /** Runs that work and hold nothing are looked for among so many that were started last. */
  private static final int LOOKED_THROUGH = 1_000;

  private static final String AGENTS =
      """
      SELECT id, name, paused_at FROM agent WHERE tenant_id = ? AND deleted_at IS NULL AND world IS NULL
      ORDER BY id DESC LIMIT ?
      """;
  private static final String ACCOUNTS =
      """
      SELECT id, name, connector, label, system_id, status FROM connection WHERE tenant_id = ? ORDER BY id DESC LIMIT ?
      """;
  private static final String HOLDS =
      """
      SELECT id, run_id, member_id, system_id, connector, weight FROM hold
      WHERE tenant_id = ? AND closed_at IS NULL ORDER BY id DESC LIMIT ?
      """;
  private static final String EFFECTS =
      """
      SELECT * FROM (
        SELECT id, run_id, position, connector, system_id, state FROM effect
        WHERE tenant_id = ? AND state IN ('DISPATCHED', 'UNKNOWN')
        UNION ALL
        SELECT id, run_id, position, connector, system_id, state FROM effect
        WHERE tenant_id = ? AND state = 'INTENDED') e
      ORDER BY id LIMIT ?
      """;
  private static final String APPROVALS =
      "SELECT id FROM approval WHERE tenant_id = ? AND state = 'PENDING' ORDER BY id LIMIT ?";

  private static final String RUNS =
      """
      SELECT id, agent_id, state FROM run WHERE tenant_id = ? AND id = ANY (?::uuid[])
      UNION
      SELECT id, agent_id, state FROM run WHERE tenant_id = ? AND state = 'NEEDS_ATTENTION'
      UNION
      SELECT id, agent_id, state
      FROM (SELECT id, agent_id, state FROM run WHERE tenant_id = ? ORDER BY id DESC LIMIT %d) latest
      WHERE state = 'RUNNING'
      ORDER BY id DESC LIMIT ?
      """
          .formatted(LOOKED_THROUGH);

  private final TenantTx tx;

  CoordinationMaps(TenantTx tx) {
    this.tx = tx;
  }

  /** All of it in one transaction; what changes meanwhile may be in one part and not in another. */
  public CoordinationMap of(TenantId tenant) {
    return tx.call(
        tenant,
        connection -> {
          var one = List.of(tenant.uuid());
          var holds = read(connection, HOLDS, one, CoordinationMaps::hold);
          var effects =
              read(
                  connection,
                  EFFECTS,
                  List.of(tenant.uuid(), tenant.uuid()),
                  CoordinationMaps::effect);
          return new CoordinationMap(
              read(connection, AGENTS, one, CoordinationMaps::agent),
              read(connection, ACCOUNTS, one, CoordinationMaps::account),
              runs(connection, tenant, named(holds, effects)),
              holds,
              effects,
              read(connection, APPROVALS, one, row -> new ApprovalId(uuid(row, "id"))));
        });
  }

  private static UUID[] named(List<Open> holds, List<Unsettled> effects) {
    var named = new ArrayList<RunId>();
    for (var hold : holds) {
      named.add(hold.run());
      if (hold.member() != null) {
        named.add(hold.member());
      }
    }
    effects.forEach(effect -> named.add(effect.run()));
    return named.stream().distinct().map(RunId::uuid).toArray(UUID[]::new);
  }

  private static List<Busy> runs(Connection connection, TenantId tenant, UUID[] named)
      throws SQLException {
    var array = connection.createArrayOf("uuid", named);
    return read(
        connection,
        RUNS,
        List.of(tenant.uuid(), array, tenant.uuid(), tenant.uuid()),
        row -> {
          var agent = row.getObject("agent_id", UUID.class);
          return new Busy(
              new RunId(uuid(row, "id")),
              agent == null ? null : new AgentId(agent),
              RunState.valueOf(row.getString("state")));
        });
  }

  /** One row of an answer. */
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> read(
      Connection connection, String sql, List<?> parameters, Row<T> reading) throws SQLException {
    var found = new ArrayList<T>();
    try (var select = connection.prepareStatement(sql)) {
      int at = 0;
      for (var parameter : parameters) {
        select.setObject(++at, parameter);
      }
      select.setInt(++at, CoordinationMap.MOST);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(reading.of(row));
        }
      }
    }
    return found;
  }

  private static Agent agent(ResultSet row) throws SQLException {
    var paused = row.getObject("paused_at", OffsetDateTime.class);
    return new Agent(
        new AgentId(uuid(row, "id")),
        row.getString("name"),
        paused == null ? null : paused.toInstant());
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        new ConnectionId(uuid(row, "id")),
        row.getString("name"),
        row.getString("connector"),
        row.getString("label"),
        new SystemId(uuid(row, "system_id")),
        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
  }

  private static Open hold(ResultSet row) throws SQLException {
    var member = row.getObject("member_id", UUID.class);
    return new Open(
        new HoldId(uuid(row, "id")),
        new RunId(uuid(row, "run_id")),
        member == null ? null : new RunId(member),
        new SystemId(uuid(row, "system_id")),
        row.getString("connector"),
        row.getInt("weight"));
  }

  private static Unsettled effect(ResultSet row) throws SQLException {
    return new Unsettled(
        new EffectId(uuid(row, "id")),
        new RunId(uuid(row, "run_id")),
        row.getString("position"),
        row.getString("connector"),
        new SystemId(uuid(row, "system_id")),
        EffectState.valueOf(row.getString("state")));
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}
