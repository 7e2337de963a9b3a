package io.ganglion.api.agent;

import io.ganglion.agent.Agents;
import io.ganglion.api.Scope;
import io.ganglion.coordination.Facets;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.AgentId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was last observed of an agent's systems. */
@Path("/api/v1/agents/{id}/facets")
@Tag(name = "agents")
@RunOnVirtualThread
public class FacetResource {
  private final Caller caller;
  private final Agents agents;
  private final Facets facets;

  FacetResource(Caller caller, Agents agents, Facets facets) {
    this.caller = caller;
    this.agents = agents;
    this.facets = facets;
  }

  @GET
  @Scope("agents:read")
  @Operation(
      summary = "Get what was last observed of an agent's systems",
      description =
          "One view of all systems behind the agent's connections: balances, the last post, open orders, as the last"
              + " answer that told of them said, with its time. Nothing is asked of the platforms. Workflows read the"
              + " same by ganglion.state.")
  public FacetsView get(@PathParam("id") AgentId id) {
    var agent = agents.get(caller.tenant(), id);
    var names = agent.connections().stream().map(agent::connection).toList();
    return FacetsView.of(facets.of(caller.tenant(), names));
  }
}
