package io.ganglion.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.agent.Agent;
import io.ganglion.agent.Agents;
import io.ganglion.api.JsonTree;
import io.ganglion.api.OwnProtocol;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.identity.Decider;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.mcp.McpSession;
import io.ganglion.mcp.McpSessions;
import io.modelcontextprotocol.modern.JsonRpc;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCMessage;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCNotification;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCRequest;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCResponse;
import io.modelcontextprotocol.modern.McpSchema;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Agents' tools over the Model Context Protocol. The address names the agent; without a name it is
 * the tenant's only one.
 */
@Path("/mcp")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
public class McpResource {
  static final String SESSION = "Mcp-Session-Id";

  private final Caller caller;
  private final Agents agents;
  private final McpSessions sessions;
  private final Origins origins;
  private final Stateless stateless;
  private final Stateful stateful;

  McpResource(
      Caller caller,
      Agents agents,
      McpSessions sessions,
      Origins origins,
      Stateless stateless,
      Stateful stateful) {
    this.caller = caller;
    this.agents = agents;
    this.sessions = sessions;
    this.origins = origins;
    this.stateless = stateless;
    this.stateful = stateful;
  }

  @POST
  @Scope(Scope.ANY)
  @OwnProtocol
  @Operation(hidden = true)
  public Response post(@Context HttpHeaders headers, byte[] body) {
    return take(only(), headers, body);
  }

  @POST
  @Path("/{agent}")
  @Scope(Scope.ANY)
  @OwnProtocol
  @Operation(hidden = true)
  public Response post(
      @PathParam("agent") AgentId agent, @Context HttpHeaders headers, byte[] body) {
    return take(agents.get(caller.tenant(), agent), headers, body);
  }

  @DELETE
  @Scope(Scope.ANY)
  @Operation(hidden = true)
  public Response end(@Context HttpHeaders headers) {
    return end(only(), headers);
  }

  @DELETE
  @Path("/{agent}")
  @Scope(Scope.ANY)
  @Operation(hidden = true)
  public Response end(@PathParam("agent") AgentId agent, @Context HttpHeaders headers) {
    return end(agents.get(caller.tenant(), agent), headers);
  }

  @GET
  @Scope(Scope.ANY)
  @Operation(hidden = true)
  public Response listen() {
    throw McpProblem.noStream();
  }

  @GET
  @Path("/{agent}")
  @Scope(Scope.ANY)
  @Operation(hidden = true)
  public Response listen(@PathParam("agent") AgentId agent) {
    throw McpProblem.noStream();
  }

  private Agent only() {
    var page = agents.list(caller.tenant(), 2, Optional.empty());
    if (page.data().size() != 1) {
      throw McpProblem.agentNeeded();
    }
    return page.data().getFirst();
  }

  private Response end(Agent agent, HttpHeaders headers) {
    admit(headers);
    if (headers.getHeaderString(SESSION) == null) {
      throw McpProblem.noStream();
    }
    sessions.close(session(agent, headers));
    return Response.noContent().build();
  }

  private void admit(HttpHeaders headers) {
    if (!origins.allows(headers.getRequestHeaders().get("Origin"))) {
      throw McpProblem.origin();
    }
  }

  private Response take(Agent agent, HttpHeaders headers, byte[] body) {
    admit(headers);
    JsonNode tree;
    try {
      tree = JsonTree.read(body);
    } catch (InvalidRequest e) {
      return RpcErrors.parse(e.detail());
    } catch (IOException e) {
      return RpcErrors.parse("Send one JSON-RPC message");
    }
    if (!tree.isObject()) {
      return RpcErrors.invalid(null, "Send one JSON-RPC message; there are no batches");
    }
    try {
      return take(agent, headers, JsonRpc.deserializeMessage(Wire.JSON, Json.write(tree)));
    } catch (JsonRpc.InvalidMessageException e) {
      return RpcErrors.invalid(e.id(), "This is no message of JSON-RPC 2.0");
    } catch (IOException e) {
      return RpcErrors.invalid(null, "This is no message of JSON-RPC 2.0");
    }
  }

  private Response take(Agent agent, HttpHeaders headers, JSONRPCMessage message) {
    return switch (message) {
      case JSONRPCRequest request when !object(request.params()) ->
          RpcErrors.params(request.id(), "'params' has to be an object");
      case JSONRPCNotification notification when !object(notification.params()) ->
          RpcErrors.params(null, "'params' has to be an object");
      case JSONRPCRequest request -> request(agent, headers, request);
      case JSONRPCNotification notification -> {
        notified(agent, headers, notification);
        yield Response.accepted().build();
      }
      case JSONRPCResponse response -> {
        var session = session(agent, headers);
        stateful.answered(caller(agent, () -> session, Optional.empty()), response);
        yield Response.accepted().build();
      }
      default -> RpcErrors.invalid(null, "This is no message of JSON-RPC 2.0");
    };
  }

  /** Params that aren't there are as good as empty ones. */
  private static boolean object(@Nullable Object params) {
    return params == null || params instanceof Map<?, ?>;
  }

  private Response request(Agent agent, HttpHeaders headers, JSONRPCRequest request) {
    if (Stateless.is(request, headers)) {
      var client = new McpSessions.Client(McpSchema.LATEST_PROTOCOL_VERSION, Json.object(), false);
      var asks =
          caller(
              agent,
              () -> sessions.standing(caller.tenant(), agent.id(), caller.actor(), client),
              Optional.empty());
      return stateless.answer(asks, request, headers);
    }
    if (request.method().equals(McpSchema.METHOD_INITIALIZE)) {
      return Stateful.asked(request)
          .map(revision -> opened(agent, request, revision))
          .orElseGet(
              () ->
                  RpcErrors.params(
                      request.id(),
                      "'protocolVersion' has to be the revision that you would speak"));
    }
    var session = session(agent, headers);
    var named = Optional.of(Json.write(Wire.tree(request.id())));
    return stateful.answer(caller(agent, () -> session, named), session, request, headers);
  }

  private Response opened(Agent agent, JSONRPCRequest request, String revision) {
    var client = Stateful.client(request, revision);
    var session = sessions.open(caller.tenant(), agent.id(), caller.actor(), client);
    var answer = RpcErrors.json(200, stateful.initialized(request, session));
    return Response.fromResponse(answer).header(SESSION, session.id()).build();
  }

  private void notified(Agent agent, HttpHeaders headers, JSONRPCNotification notification) {
    if (headers.getHeaderString(SESSION) != null) {
      var session = session(agent, headers);
      if (notification.method().equals(McpSchema.METHOD_NOTIFICATION_CANCELLED)) {
        stateful.cancel(session, Wire.object(notification.params()).path("requestId"));
      }
    }
  }

  private ToolCaller caller(Agent agent, Supplier<McpSession> session, Optional<String> request) {
    return new ToolCaller(
        agent, caller.identity(), Decider.of(caller), session, request, new Wire());
  }

  private McpSession session(Agent agent, HttpHeaders headers) {
    var version = headers.getHeaderString(Stateless.VERSION_HEADER);
    if (version != null && !Stateful.VERSIONS.contains(version)) {
      throw McpProblem.version();
    }
    return sessions
        .find(caller.tenant(), agent.id(), caller.actor(), id(headers.getHeaderString(SESSION)))
        .orElseThrow(McpProblem::noSession);
  }

  private static UUID id(@Nullable String sent) {
    if (sent == null) {
      throw McpProblem.sessionNeeded();
    }
    try {
      return UUID.fromString(sent);
    } catch (IllegalArgumentException e) {
      throw McpProblem.noSession();
    }
  }
}
