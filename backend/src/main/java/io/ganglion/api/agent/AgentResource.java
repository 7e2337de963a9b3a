package io.ganglion.api.agent;

import io.ganglion.agent.Agent;
import io.ganglion.agent.Agents;
import io.ganglion.api.BodyFilter;
import io.ganglion.api.JsonTree;
import io.ganglion.api.LabKey;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Environments;
import io.ganglion.identity.Caller;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.kernel.AgentId;
import io.ganglion.run.KillSwitch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Agents. */
@Path("/api/v1/agents")
@Tag(name = "agents")
@RunOnVirtualThread
public class AgentResource {
  private final Caller caller;
  private final Agents agents;
  private final Connections connections;
  private final KillSwitch killSwitch;

  AgentResource(Caller caller, Agents agents, Connections connections, KillSwitch killSwitch) {
    this.caller = caller;
    this.agents = agents;
    this.connections = connections;
    this.killSwitch = killSwitch;
  }

  @POST
  @LabKey
  @Scope("agents:write")
  @Operation(summary = "Create an agent")
  @APIResponse(responseCode = "201", description = "Made")
  public RestResponse<AgentView> create(@NotNull(message = "send a JSON object") AgentBody body) {
    var settings = body.toSettings();
    if (caller.identity().lab()) {
      settings.connections().forEach(this::inLaboratory);
    }
    var agent = agents.create(caller.tenant(), new AgentId(caller.request()), settings);
    return RestResponse.ResponseBuilder.<AgentView>created(
            URI.create("/api/v1/agents/" + agent.id()))
        .header("ETag", Versions.tag(agent.version()))
        .entity(AgentView.of(agent))
        .build();
  }

  private void inLaboratory(String connection) {
    var known = connections.named(caller.tenant(), connection);
    if (known.filter(one -> one.environment().equals(Environments.LAB)).isEmpty()) {
      throw IdentityProblem.laboratory(
          "connection '%s' is not of the laboratory".formatted(connection));
    }
  }

  @GET
  @Scope("agents:read")
  @Operation(summary = "List agents", description = "Newest first.")
  public Listing<AgentView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var after = request.cursor().map(at -> Listing.cursor(at, AgentId::fromString));
    return Listing.of(agents.list(caller.tenant(), request.limit(), after), AgentView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("agents:read")
  @Operation(summary = "Get an agent")
  public RestResponse<AgentView> get(@PathParam("id") AgentId id) {
    return tagged(agents.get(caller.tenant(), id));
  }

  @PATCH
  @Path("/{id}")
  @Scope("agents:write")
  @Operation(
      summary = "Change an agent",
      description =
          "Members that are left out stay, the policy's too; If-Match guards against lost updates.")
  public RestResponse<AgentView> change(
      @PathParam("id") AgentId id,
      @NotNull(message = "send a JSON object") AgentBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Context ContainerRequestContext request)
      throws IOException {
    // the record doesn't tell a member that was left out from one that is null
    var policy = JsonTree.read(BodyFilter.of(request)).path("policy");
    return tagged(
        agents.update(
            caller.tenant(),
            id,
            Versions.expected(ifMatch),
            now -> body.changed(now, policy::has)));
  }

  @DELETE
  @Path("/{id}")
  @Scope("agents:write")
  @Operation(
      summary = "Delete an agent",
      description = "Its runs go on; its state and history stay on record.")
  public void delete(
      @PathParam("id") AgentId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    agents.delete(caller.tenant(), id, Versions.expected(ifMatch));
  }

  @POST
  @Path("/{id}/pause")
  @Scope("agents:write")
  @Operation(
      summary = "Pause an agent",
      description =
          "Nothing new is dispatched in its runs once this has answered, undoing included; they wait until it"
              + " is resumed. Runs of other agents that it has started go on.")
  public PausedAgentView pause(@PathParam("id") AgentId id) {
    return PausedAgentView.of(killSwitch.pauseAgent(caller.tenant(), id));
  }

  @POST
  @Path("/{id}/resume")
  @Scope("agents:write")
  @Operation(summary = "Resume an agent", description = "Its runs go on where they are.")
  public RestResponse<AgentView> resume(@PathParam("id") AgentId id) {
    return tagged(killSwitch.resumeAgent(caller.tenant(), id));
  }

  private static RestResponse<AgentView> tagged(Agent agent) {
    return RestResponse.ResponseBuilder.ok(AgentView.of(agent))
        .header("ETag", Versions.tag(agent.version()))
        .build();
  }
}
