package io.ganglion.agent;

import io.ganglion.kernel.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who acts.
 *
 * @param name unique among the tenant's agents
 * @param connections names of connections it may use; one that doesn't exist fails the step that
 *     wants it
 * @param version raised by each change
 * @param pausedAt since when it dispatches nothing, because somebody asked
 * @param world of the laboratory that it acts in and never leaves: its connections are that
 *     world's; empty: the tenant's own
 */
public record Agent(
    AgentId id,
    String name,
    List<String> connections,
    Policy policy,
    long version,
    Instant createdAt,
    Optional<Instant> pausedAt,
    Optional<UUID> world) {
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

  /**
   * Which of the tenant's connections stands behind a name that its runs use.
   *
   * @param name one of {@link #connections}
   */
  public String connection(String name) {
    return world.map(in -> inWorld(in, name)).orElse(name);
  }

  /** What a connection of a world is called among the tenant's. */
  public static String inWorld(UUID world, String name) {
    return "w%s-%s".formatted(world.toString().replace("-", ""), name);
  }

  /** What of it can be changed. */
  public AgentSettings settings() {
    return new AgentSettings(name, connections, policy);
  }
}
