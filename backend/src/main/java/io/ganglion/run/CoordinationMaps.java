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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * The open ones by their own index, which has no order: else all that ever was is read in one.
   */
  private static final String EFFECTS =
      """
      WITH open AS MATERIALIZED (
        SELECT id, run_id, position, connector, system_id, state FROM effect
        WHERE tenant_id = ? AND state IN ('DISPATCHED', 'UNKNOWN'))
      (SELECT * FROM open WHERE state = 'UNKNOWN' ORDER BY id DESC LIMIT ?)
      UNION ALL
      (SELECT * FROM open WHERE state = 'DISPATCHED' ORDER BY id DESC LIMIT ?)
      UNION ALL
      (SELECT id, run_id, position, connector, system_id, state FROM effect
       WHERE tenant_id = ? AND state = 'INTENDED' ORDER BY id DESC LIMIT ?)
      """;

  private static final String APPROVALS =
      "SELECT id FROM approval WHERE tenant_id = ? AND state = 'PENDING' ORDER BY id DESC LIMIT ?";

  private static final String NAMED =
      "SELECT id, agent_id, state FROM run WHERE tenant_id = ? AND id = ANY (?::uuid[])";
  private static final String STUCK =
      """
      SELECT id, agent_id, state FROM run WHERE tenant_id = ? AND state = 'NEEDS_ATTENTION'
      ORDER BY id DESC LIMIT ?
      """;
  private static final String WORKING =
      """
      SELECT id, agent_id, state
      FROM (SELECT id, agent_id, state FROM run WHERE tenant_id = ? ORDER BY id DESC LIMIT ?) latest
      WHERE state = 'RUNNING' ORDER BY id DESC LIMIT ?
      """;

  /** One more than is told says that there is more. */
  private static final int ASKED = CoordinationMap.MOST + 1;

  private final TenantTx tx;

  CoordinationMaps(TenantTx tx) {
    this.tx = tx;
  }

  /**
   * Each part as it is when it is read: what changes meanwhile may be in one and not in another.
   */
  public CoordinationMap of(TenantId tenant) {
    return tx.call(
        tenant,
        connection -> {
          var id = tenant.uuid();
          var told = new Told();
          var holds = told.some(read(connection, HOLDS, CoordinationMaps::hold, id, ASKED));
          var effects =
              told.each(
                  read(connection, EFFECTS, CoordinationMaps::effect, id, ASKED, ASKED, id, ASKED),
                  Unsettled::state);
          var named = connection.createArrayOf("uuid", named(holds, effects));
          var runs = new LinkedHashSet<Busy>();
          runs.addAll(read(connection, NAMED, CoordinationMaps::run, id, named));
          runs.addAll(told.some(read(connection, STUCK, CoordinationMaps::run, id, ASKED)));
          runs.addAll(
              told.some(
                  read(connection, WORKING, CoordinationMaps::run, id, LOOKED_THROUGH, ASKED)));
          return new CoordinationMap(
              told.some(read(connection, AGENTS, CoordinationMaps::agent, id, ASKED)),
              told.some(read(connection, ACCOUNTS, CoordinationMaps::account, id, ASKED)),
              List.copyOf(runs),
              holds,
              effects,
              told.some(read(connection, APPROVALS, CoordinationMaps::approval, id, ASKED)),
              told.cut);
        });
  }

  /** What is told of what was read. */
  private static final class Told {
    private boolean cut;

    private <T> List<T> some(List<T> read) {
      cut |= read.size() > CoordinationMap.MOST;
      return read.stream().limit(CoordinationMap.MOST).toList();
    }

    private <T> List<T> each(List<T> read, Function<T, ?> kind) {
      return read.stream()
          .collect(Collectors.groupingBy(kind, LinkedHashMap::new, Collectors.toList()))
          .values()
          .stream()
          .flatMap(alike -> some(alike).stream())
          .toList();
    }
  }

  private static UUID[] named(List<Open> holds, List<Unsettled> effects) {
    return Stream.concat(
            holds.stream().flatMap(hold -> Stream.of(hold.run(), hold.acts())),
            effects.stream().map(Unsettled::run))
        .distinct()
        .map(RunId::uuid)
        .toArray(UUID[]::new);
  }

  /** One row of an answer. */
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> read(
      Connection connection, String sql, Row<T> reading, Object... parameters) throws SQLException {
    var found = new ArrayList<T>();
    try (var select = connection.prepareStatement(sql)) {
      for (int at = 0; at < parameters.length; at++) {
        select.setObject(at + 1, parameters[at]);
      }
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(reading.of(row));
        }
      }
    }
    return found;
  }

  private static ApprovalId approval(ResultSet row) throws SQLException {
    return new ApprovalId(uuid(row, "id"));
  }

  private static Busy run(ResultSet row) throws SQLException {
    var agent = row.getObject("agent_id", UUID.class);
    return new Busy(
        new RunId(uuid(row, "id")),
        agent == null ? null : new AgentId(agent),
        RunState.valueOf(row.getString("state")));
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
