package io.ganglion.api.agent;

import io.ganglion.agent.AgentSettings;
import io.ganglion.agent.Policy;
import io.ganglion.kernel.InvalidRequest;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agent to create, or what to change of one: members that are left out stay.
 *
 * @param connections names of the tenant's connections
 */
@Schema(name = "AgentBody")
public record AgentBody(
    @Schema(examples = "campaigner") @Nullable String name,
    @Nullable List<String> connections,
    @Nullable PolicyBody policy) {

  AgentSettings toSettings() {
    if (name == null) {
      throw new InvalidRequest("/name", "give it a name: 1 to 64 of a-z, 0-9, _ and -");
    }
    return changed(new AgentSettings(name, List.of(), Policy.DEFAULT), any -> true);
  }

  /**
   * What it makes of an agent.
   *
   * @param sent whether the policy's member of a name was sent; what null says of it counts then
   */
  AgentSettings changed(AgentSettings now, Predicate<String> sent) {
    return new AgentSettings(
        name == null ? now.name() : name,
        connections == null ? now.connections() : connections,
        policy == null ? now.policy() : policy.changed(now.policy(), sent));
  }
}
