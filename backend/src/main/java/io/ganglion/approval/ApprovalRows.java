package io.ganglion.approval;

import io.ganglion.identity.Approvers;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads approvals. */
final class ApprovalRows {
  static final String COLUMNS =
      """
      a.tenant_id, a.id, a.run_id, a.position, a.ordinal, a.agent_id, a.effect_id, a.title, a.detail, a.on_timeout,
      a.state, a.decided_by, a.comment, a.asked_at, a.expires_at, a.decided_at, a.approvers
      """;

  private ApprovalRows() {}

  static Approval read(ResultSet row) throws SQLException {
    var agent = row.getObject("agent_id", UUID.class);
    var effect = row.getObject("effect_id", UUID.class);
    var asked =
        new Approval.Asked(
            new TenantId(row.getObject("tenant_id", UUID.class)),
            new ApprovalId(row.getObject("id", UUID.class)),
            new RunId(row.getObject("run_id", UUID.class)),
            row.getString("position"),
            row.getInt("ordinal"),
            agent == null ? null : new AgentId(agent),
            effect == null ? null : new EffectId(effect),
            row.getString("title"),
            Json.read(row.getString("detail")),
            OnTimeout.of(row.getString("on_timeout")),
            Approvers.read(row.getString("approvers")),
            row.getTimestamp("asked_at").toInstant(),
            row.getTimestamp("expires_at").toInstant());
    return new Approval(asked, ApprovalState.valueOf(row.getString("state")), decision(row));
  }

  private static Approval.@Nullable Decision decision(ResultSet row) throws SQLException {
    var at = row.getTimestamp("decided_at");
    if (at == null) {
      return null;
    }
    Instant decidedAt = at.toInstant();
    return new Approval.Decision(row.getString("decided_by"), row.getString("comment"), decidedAt);
  }
}
