package io.ganglion.testing;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant whose holds a test makes up, in a past in which nobody else held anything. */
public final class MeteredTenant {
  /** A Tuesday's noon, in a month of 31 days. */
  public static final Instant NOON = Instant.parse("2020-03-10T12:00:00Z");

  public final TenantId id;

  /** A tenant without anything else. */
  public MeteredTenant() throws SQLException {
    this(TenantId.next());
    sql("INSERT INTO tenant (id, name, created_at) VALUES (?, 'metered', now())", id.uuid());
  }

  /** One that is there. */
  public MeteredTenant(TenantId id) {
    this.id = id;
  }

  /** So many minutes after noon. */
  public static Instant minute(long minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  public SystemId system(String connector) throws SQLException {
    var system = SystemId.next();
    sql(
        "INSERT INTO system (tenant_id, id, connector, environment, principal, label, hold_mode)"
            + " VALUES (?, ?, ?, 'production', ?, 'label', 'shared')",
        id.uuid(),
        system.uuid(),
        connector,
        system.toString());
    return system;
  }

  public AgentId agent() throws SQLException {
    var agent = AgentId.next();
    sql(
        "INSERT INTO agent (tenant_id, id, name, connections, policy, created_at) VALUES (?, ?, ?, '{}', '{}', now())",
        id.uuid(),
        agent.uuid(),
        agent.toString());
    return agent;
  }

  public WorkflowId workflow() throws SQLException {
    var workflow = WorkflowId.next();
    sql(
        "INSERT INTO workflow (tenant_id, id, namespace, name, version, title, content, content_hash, definition, created_at)"
            + " VALUES (?, ?, 'n', ?, '1.0.0', '', '', '', '{}', now())",
        id.uuid(),
        workflow.uuid(),
        workflow.toString());
    return workflow;
  }

  public RunId run() throws SQLException {
    return run(null, null, null);
  }

  /** A run that has ended. */
  public RunId run(@Nullable RunId root, @Nullable AgentId agent, @Nullable WorkflowId workflow)
      throws SQLException {
    var run = RunId.next();
    sql(
        "INSERT INTO run (tenant_id, id, root_id, workflow_id, agent_id, state, input, ended_at)"
            + " VALUES (?, ?, ?, ?, ?, 'SUCCEEDED', '{}', now())",
        id.uuid(),
        run.uuid(),
        root == null ? run.uuid() : root.uuid(),
        workflow == null ? null : workflow.uuid(),
        agent == null ? null : agent.uuid());
    return run;
  }

  /** A hold of a root run, closed at its end; open if that is null. */
  public HoldId hold(RunId run, SystemId system, Instant opened, @Nullable Instant closed)
      throws SQLException {
    return hold(run, null, system, 1, opened, closed);
  }

  /** A hold of a member of a family. */
  public HoldId hold(
      RunId root,
      @Nullable RunId member,
      SystemId system,
      int weight,
      Instant opened,
      @Nullable Instant closed)
      throws SQLException {
    var hold = HoldId.next();
    sql(
        "INSERT INTO hold (tenant_id, id, run_id, member_id, system_id, connector, weight, fence, opened_at, closed_at, close_reason)"
            + " SELECT ?, ?, ?, ?, s.id, s.connector, ?, 0, ?::timestamptz, ?::timestamptz, ? FROM system s WHERE s.id = ?",
        id.uuid(),
        hold.uuid(),
        root.uuid(),
        member == null ? null : member.uuid(),
        weight,
        opened.toString(),
        closed == null ? null : closed.toString(),
        closed == null ? null : "end",
        system.uuid());
    return hold;
  }

  /** An open hold ends, as a rescuer finds out that it did. */
  public void rescued(HoldId hold, Instant closed) throws SQLException {
    sql(
        "UPDATE hold SET closed_at = ?::timestamptz, close_reason = 'rescue' WHERE tenant_id = ? AND id = ?",
        closed.toString(),
        id.uuid(),
        hold.uuid());
  }

  /** Ends what is open, so that nobody seals it to the present day. */
  public void end() throws SQLException {
    sql(
        "UPDATE hold SET closed_at = opened_at, close_reason = 'end' WHERE tenant_id = ? AND closed_at IS NULL",
        id.uuid());
  }

  public void zeroRate(HoldId hold, String code) throws SQLException {
    sql(
        "UPDATE hold SET zero_rate = ? WHERE tenant_id = ? AND id = ?",
        code,
        id.uuid(),
        hold.uuid());
  }

  public void upstreamFailed(HoldId hold, Instant from, Instant to) throws SQLException {
    sql(
        "INSERT INTO hold_zero (tenant_id, hold_id, from_at, to_at, code) VALUES (?, ?, ?::timestamptz, ?::timestamptz, 'upstream')",
        id.uuid(),
        hold.uuid(),
        from.toString(),
        to.toString());
  }

  /** Behind the application's back. */
  public static void sql(String text, @Nullable Object... values) throws SQLException {
    try (Connection connection = Stack.asSuperuser();
        var statement = connection.prepareStatement(text)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof UUID uuid) {
          statement.setObject(i + 1, uuid);
        } else if (values[i] == null) {
          statement.setNull(i + 1, java.sql.Types.OTHER);
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      statement.executeUpdate();
    }
  }
}
