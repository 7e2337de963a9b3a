package io.ganglion.agent;

import io.ganglion.kernel.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who acts.
 *
 * @param name unique among the tenant's agents
 * @param connections names of connections it may use; one that doesn't exist fails the step that
 *     wants it
 * @param version raised by each change
 * @param pausedAt since when it dispatches nothing, because somebody asked
 */
public record Agent(
    AgentId id,
    String name,
    List<String> connections,
    Policy policy,
    long version,
    Instant createdAt,
    Optional<Instant> pausedAt) {
  public Agent {
    connections = List.copyOf(connections);
  }

  /**
   * Whether it may call an action.
   *
   * @param function as a workflow writes it, e.g. {@code x.createPost}
   */
  public boolean allowsAction(String function) {
    return policy.allows(function);
  }

  /** What happens to its acts that can't be undone. */
  public Policy.Irreversible irreversible() {
    return policy.irreversible();
  }

  /** What of it can be changed. */
  public AgentSettings settings() {
    return new AgentSettings(name, connections, policy);
  }
}
