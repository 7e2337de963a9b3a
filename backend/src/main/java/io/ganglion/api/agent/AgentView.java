package io.ganglion.api.agent;

import io.ganglion.agent.Agent;
import io.ganglion.kernel.AgentId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent, as callers see it. */
@Schema(name = "Agent")
public record AgentView(
    AgentId id,
    String name,
    List<String> connections,
    PolicyBody policy,
    Instant createdAt,
    @Schema(description = "Since when it dispatches nothing; null: it is not paused")
        @Nullable Instant pausedAt) {

  static AgentView of(Agent agent) {
    return new AgentView(
        agent.id(),
        agent.name(),
        agent.connections(),
        PolicyBody.of(agent.policy()),
        agent.createdAt(),
        agent.pausedAt().orElse(null));
  }
}
