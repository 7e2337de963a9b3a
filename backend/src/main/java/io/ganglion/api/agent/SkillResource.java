package io.ganglion.api.agent;

import io.ganglion.agent.Skill;
import io.ganglion.agent.Skills;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.NotFound;
import io.ganglion.workflow.Workflows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What other agents may ask an agent for, over A2A. */
@Path("/api/v1/agents/{id}/skills")
@Tag(name = "agents")
@RunOnVirtualThread
public class SkillResource {
  private final Caller caller;
  private final Skills skills;
  private final Workflows workflows;

  SkillResource(Caller caller, Skills skills, Workflows workflows) {
    this.caller = caller;
    this.skills = skills;
    this.workflows = workflows;
  }

  @GET
  @Scope("agents:read")
  @Operation(summary = "List an agent's skills", description = "By name; at most 50.")
  public Listing<SkillView> list(@PathParam("id") AgentId id) {
    return new Listing<>(skills.of(caller.tenant(), id).stream().map(SkillView::of).toList(), null);
  }

  @GET
  @Path("/{name}")
  @Scope("agents:read")
  @Operation(summary = "Get a skill")
  public RestResponse<SkillView> get(@PathParam("id") AgentId id, @PathParam("name") String name) {
    return tagged(skills.get(caller.tenant(), id, name));
  }

  @PUT
  @Path("/{name}")
  @Scope("agents:write")
  @Operation(
      summary = "Let other agents ask for a workflow",
      description =
          "It is on the agent's card from then on; a task is a run of the workflow. If-Match guards against lost updates;"
              + " \"0\" is the version of no skill.")
  public RestResponse<SkillView> put(
      @PathParam("id") AgentId id,
      @PathParam("name") String name,
      @NotNull(message = "send a JSON object") SkillBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var expected = Versions.expected(ifMatch);
    skills.expect(caller.tenant(), id, name, expected); // before anything about the body
    var skill = body.toSkill(name);
    try {
      workflows.id(caller.tenant(), skill.workflow());
    } catch (NotFound none) {
      throw new InvalidRequest("/workflow", "there is no such workflow: " + none.detail());
    }
    return tagged(skills.put(caller.tenant(), id, skill, expected));
  }

  @DELETE
  @Path("/{name}")
  @Scope("agents:write")
  @Operation(summary = "Take a skill away", description = "Tasks that were asked for go on.")
  public void delete(
      @PathParam("id") AgentId id,
      @PathParam("name") String name,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    skills.delete(caller.tenant(), id, name, Versions.expected(ifMatch));
  }

  private static RestResponse<SkillView> tagged(Skill skill) {
    return RestResponse.ResponseBuilder.ok(SkillView.of(skill))
        .header("ETag", Versions.tag(skill.version()))
        .build();
  }
}
