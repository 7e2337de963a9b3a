package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code run} joined with their workflow's {@code version}, null for a session. */
public final class RunRows {
  private RunRows() {}

  /** The row the cursor stands on. */
  public static Run read(ResultSet row) throws SQLException {
    var agent = row.getObject("agent_id", UUID.class);
    var workflow = row.getObject("workflow_id", UUID.class);
    var parent = row.getObject("parent_id", UUID.class);
    return new Run(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new RunId(row.getObject("id", UUID.class)),
        workflow == null ? null : new WorkflowId(workflow),
        row.getString("version"),
        agent == null ? null : new AgentId(agent),
        parent == null ? null : new RunId(parent),
        new RunId(row.getObject("root_id", UUID.class)),
        RunState.valueOf(row.getString("state")),
        Json.read(row.getString("input")),
        row.getInt("priority"),
        json(row, "output"),
        json(row, "error"),
        json(row, "waiting_for"),
        row.getTimestamp("cancel_requested_at") != null,
        row.getBoolean("attention"),
        row.getInt("depth_peak"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getString("traceparent"),
        json(row, "under_way"),
        row.getBoolean("lab"));
  }

  private static @Nullable JsonNode json(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    return text == null ? null : Json.read(text);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
