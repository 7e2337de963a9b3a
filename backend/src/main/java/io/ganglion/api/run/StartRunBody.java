package io.ganglion.api.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.run.NewRun;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to start.
 *
 * @param workflow {@code wfl_…}, or {@code namespace/name} (the latest version), or {@code
 *     namespace/name:version}
 * @param agent who acts; needed when the workflow calls connector actions
 * @param session whether the agent itself says what is done, step by step
 * @param priority where runs wait for capacity the highest goes first, then the oldest
 * @param input the workflow's raw input; an empty object by default
 */
@Schema(name = "StartRun")
public record StartRunBody(
    @Schema(description = "Left out for a session", examples = "demo/campaign:1.0.0")
        @Nullable String workflow,
    @Schema(description = "Needed for a session, and where a workflow calls connectors' actions")
        @Nullable AgentId agent,
    @Schema(description = "true: no workflow, the agent adds steps as it goes")
        @Nullable Boolean session,
    @Schema(
            description = "Where runs wait for capacity the highest goes first, then the oldest",
            minimum = "0",
            maximum = "9",
            defaultValue = "0")
        @Nullable Integer priority,
    @Nullable JsonNode input) {

  int rank() {
    if (priority == null) {
      return 0;
    }
    if (priority < 0 || priority > NewRun.MAX_PRIORITY) {
      throw new InvalidRequest("/priority", "send a number from 0 to " + NewRun.MAX_PRIORITY);
    }
    return priority;
  }

  /** The agent of a session; empty when a workflow is to be started. */
  Optional<AgentId> sessionAgent() {
    if (session == null || !session) {
      return Optional.empty();
    }
    if (workflow != null) {
      throw new InvalidRequest("/workflow", "leave it out: a session follows no workflow");
    }
    if (agent == null) {
      throw new InvalidRequest("/agent", "name the agent that acts in the session");
    }
    return Optional.of(agent);
  }

  String reference() {
    if (workflow == null || workflow.isBlank()) {
      throw new InvalidRequest(
          "/workflow",
          "name a workflow: its wfl_… id or namespace/name[:version]; or send session: true");
    }
    return workflow;
  }
}
