package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.agent.Agents;
import io.ganglion.agent.Skills;
import io.ganglion.api.JsonTree;
import io.ganglion.api.OwnProtocol;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Agents that other agents ask, over A2A 1.0. */
@Path("/a2a/{agent}")
@RunOnVirtualThread
public class A2aResource {
  /** How old a card may be that a client goes by. */
  private static final int CARD_MAX_AGE_S = 60;

  private final Caller caller;
  private final Agents agents;
  private final Skills skills;
  private final Tasks tasks;
  private final TaskList list;
  private final TaskStream stream;
  private final PushConfigs pushes;
  private final Optional<URI> issuer;
  private final URI publicUrl;

  A2aResource(
      Caller caller,
      Agents agents,
      Skills skills,
      Tasks tasks,
      TaskList list,
      TaskStream stream,
      PushConfigs pushes,
      @ConfigProperty(name = "ganglion.oidc.url") Optional<URI> issuer,
      @ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    this.caller = caller;
    this.agents = agents;
    this.skills = skills;
    this.tasks = tasks;
    this.list = list;
    this.stream = stream;
    this.pushes = pushes;
    this.issuer = issuer;
    this.publicUrl = publicUrl;
  }

  @GET
  @Path("/.well-known/agent-card.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Scope("agents:read")
  @Operation(hidden = true)
  public Response card(@PathParam("agent") AgentId id, @Context Request request) {
    var agent = agents.get(caller.tenant(), id);
    var address = publicUrl.toString().replaceAll("/+$", "") + "/a2a/" + id;
    var card = AgentCard.of(agent, skills.of(caller.tenant(), id), address, issuer);
    var tag = new EntityTag(Json.hash(card));
    var known = request.evaluatePreconditions(tag);
    return (known == null ? Response.fromResponse(json(card)).tag(tag) : known)
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + CARD_MAX_AGE_S)
        .build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
  @Scope(Scope.ANY)
  @OwnProtocol
  @Operation(hidden = true)
  public Response post(@PathParam("agent") AgentId id, @Context HttpHeaders headers, byte[] body) {
    var peer = new Peer(agents.get(caller.tenant(), id), caller.identity());
    JsonNode name = NullNode.getInstance();
    try {
      var request = request(body);
      name = request.path("id");
      version(headers);
      return answer(peer, request, name);
    } catch (A2aError error) {
      return json(error.response(name));
    } catch (Problem problem) {
      return json(A2aError.of(problem).response(name));
    }
  }

  private static JsonNode request(byte[] body) {
    JsonNode request;
    try {
      request = JsonTree.read(body);
    } catch (InvalidRequest e) {
      throw A2aError.parse(e.detail());
    } catch (IOException e) {
      throw A2aError.parse("Send one JSON-RPC request");
    }
    var id = request.path("id");
    if (!request.isObject()
        || !request.path("jsonrpc").asText().equals("2.0")
        || !request.path("method").isTextual()
        || !(id.isTextual() || id.isIntegralNumber())
        || !(request.path("params").isObject() || request.path("params").isMissingNode())) {
      throw A2aError.request("Send one JSON-RPC 2.0 request with an id");
    }
    return request;
  }

  /** A request without the header is one of 0.3, which is not spoken. */
  private static void version(HttpHeaders headers) {
    var version = headers.getHeaderString("A2A-Version");
    if (version == null || !(version.equals("1.0") || version.startsWith("1.0."))) {
      throw A2aError.version();
    }
  }

  private Response answer(Peer peer, JsonNode request, JsonNode id) {
    var params = request.path("params");
    var name = params.path("id").asText("");
    return switch (request.path("method").asText()) {
      case "SendMessage" -> result(id, sent(peer, params));
      case "SendStreamingMessage" -> follow(taken(peer, params), id);
      case "GetTask" -> result(id, whole(tasks.get(peer, name), params));
      case "ListTasks" -> result(id, list.list(peer, params));
      case "CancelTask" -> result(id, whole(tasks.cancel(peer, name), params));
      case "SubscribeToTask" -> subscribed(peer, name, id);
      case "CreateTaskPushNotificationConfig" -> result(id, pushes.create(peer, params));
      case "GetTaskPushNotificationConfig" -> result(id, pushes.get(peer, params));
      case "ListTaskPushNotificationConfigs" -> result(id, pushes.list(peer, params));
      case "DeleteTaskPushNotificationConfig" -> result(id, pushes.delete(peer, params));
      case "GetExtendedAgentCard" -> throw A2aError.unsupported("the card is all that there is");
      default -> throw A2aError.method();
    };
  }

  private ObjectNode sent(Peer peer, JsonNode params) {
    var standing = taken(peer, params);
    boolean waits = !params.path("configuration").path("returnImmediately").asBoolean();
    var answer = Json.object();
    answer.set(
        "task", whole(waits ? tasks.await(standing) : standing, params.path("configuration")));
    return answer;
  }

  /** The message, and who is to be told of its task. */
  private Tasks.Standing taken(Peer peer, JsonNode params) {
    var push = params.path("configuration").path("taskPushNotificationConfig");
    boolean asked = !push.isMissingNode() && !push.isNull();
    if (asked) {
      pushes.check(push);
    }
    var standing = tasks.take(peer, params);
    if (asked) {
      var unused = pushes.keep(standing, push);
    }
    return standing;
  }

  private static ObjectNode whole(Tasks.Standing standing, JsonNode asked) {
    boolean history = asked.path("historyLength").asInt(1) > 0;
    return TaskView.of(standing.task(), standing.run(), history, true);
  }

  private Response subscribed(Peer peer, String name, JsonNode id) {
    var standing = tasks.get(peer, name);
    if (standing.state().terminal()) {
      throw A2aError.unsupported("the task has ended; get it");
    }
    return follow(standing, id);
  }

  private Response follow(Tasks.Standing standing, JsonNode id) {
    StreamingOutput output =
        out -> {
          try {
            stream.follow(standing, id, out);
          } catch (IOException hungUp) {
            // the task goes on
          }
        };
    return Response.ok(output)
        .type(MediaType.SERVER_SENT_EVENTS_TYPE)
        .header("Cache-Control", "no-cache")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private static Response result(JsonNode id, JsonNode result) {
    return json(TaskStream.response(id, result));
  }

  private static Response json(JsonNode body) {
    return Response.ok(Json.write(body).getBytes(StandardCharsets.UTF_8))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }
}
