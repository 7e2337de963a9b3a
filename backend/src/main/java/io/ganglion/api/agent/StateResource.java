package io.ganglion.api.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.agent.AgentStates;
import io.ganglion.agent.Agents.StateEntry;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The shared state of an agent. */
@Path("/api/v1/agents/{id}/state")
@Tag(name = "agents")
@RunOnVirtualThread
public class StateResource {
  private static final String A_VALUE = "send a JSON value";
  private static final String IF_MATCH =
      "The ETag of what was read, \"0\" for no entry, or * for whatever entry there is; anything"
          + " else is left alone and answers 412";
  private static final String IF_NONE_MATCH =
      "*: only if there is no entry; one that is there is left alone and answers 412";

  private final Caller caller;
  private final AgentStates states;

  StateResource(Caller caller, AgentStates states) {
    this.caller = caller;
    this.states = states;
  }

  @GET
  @Scope("agents:read")
  @Operation(summary = "List state entries", description = "By key.")
  public Listing<StateView> list(
      @PathParam("id") AgentId id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var found = states.list(caller.tenant(), id, request.cursor().orElse(""), request.limit() + 1);
    return Listing.of(Page.of(found, request.limit(), StateEntry::key), StateView::of);
  }

  @GET
  @Path("/{key}")
  @Scope("agents:read")
  @Operation(summary = "Get a state entry")
  public RestResponse<StateView> get(@PathParam("id") AgentId id, @PathParam("key") String key) {
    return tagged(states.get(caller.tenant(), id, key));
  }

  @GET
  @Path("/{key}/history")
  @Scope("agents:read")
  @Operation(
      summary = "What an entry was",
      description = "Newest first: who wrote it, in which run and step, and who deleted it.")
  public Listing<StateVersionView> history(
      @PathParam("id") AgentId id,
      @PathParam("key") String key,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    long before =
        request.cursor().map(at -> Listing.cursor(at, Long::parseLong)).orElse(Long.MAX_VALUE);
    var found = states.history(caller.tenant(), id, key, before, request.limit() + 1);
    return Listing.of(
        Page.of(found, request.limit(), version -> Long.toString(version.version())),
        StateVersionView::of);
  }

  @PUT
  @Path("/{key}")
  @Scope("agents:write")
  @Operation(
      summary = "Set a state entry",
      description =
          "If-Match with the version seen guards against lost updates; If-None-Match with * against"
              + " writing over an entry that is there.")
  public RestResponse<StateView> put(
      @PathParam("id") AgentId id,
      @PathParam("key") String key,
      @NotNull(message = A_VALUE) JsonNode value,
      @Parameter(description = IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
      @Parameter(description = IF_NONE_MATCH, example = "*") @HeaderParam("If-None-Match")
          @Nullable String ifNoneMatch) {
    var expected = StateHeaders.of(ifMatch, ifNoneMatch);
    return tagged(states.put(caller.tenant(), id, key, expected, value, caller.actor()));
  }

  @PATCH
  @Path("/{key}")
  @Scope("agents:write")
  @Operation(
      summary = "Merge into a state entry",
      description =
          "A JSON Merge Patch (RFC 7396), as application/json or application/merge-patch+json.")
  public RestResponse<StateView> merge(
      @PathParam("id") AgentId id,
      @PathParam("key") String key,
      @NotNull(message = A_VALUE) JsonNode patch,
      @Parameter(description = IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch) {
    var expected = StateHeaders.of(ifMatch);
    return tagged(states.merge(caller.tenant(), id, key, expected, patch, caller.actor()));
  }

  @DELETE
  @Path("/{key}")
  @Scope("agents:write")
  @Operation(summary = "Delete a state entry", description = "Its history stays.")
  public void delete(
      @PathParam("id") AgentId id,
      @PathParam("key") String key,
      @Parameter(description = IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch) {
    states.delete(caller.tenant(), id, key, StateHeaders.of(ifMatch), caller.actor());
  }

  private static RestResponse<StateView> tagged(StateEntry entry) {
    return RestResponse.ResponseBuilder.ok(StateView.of(entry))
        .header("ETag", Versions.tag(entry.version()))
        .build();
  }
}
