package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.agent.Agents;
import io.ganglion.agent.Skills;
import io.ganglion.api.OwnProtocol;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** Agents that other agents ask, over A2A 1.0. */
@Path("/a2a/{agent}")
@RunOnVirtualThread
public class A2aResource {
  /** How old a card may be that a client goes by. */
  private static final int CARD_MAX_AGE_S = 60;

  private static final String VERSION = "A2A-Version";

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
  @OwnProtocol(query = true) // the version may stand there
  @Operation(hidden = true)
  public Response post(
      @PathParam("agent") AgentId id,
      @QueryParam(VERSION) @Nullable String version,
      @Context HttpHeaders headers,
      byte[] body) {
    var peer = new Peer(agents.get(caller.tenant(), id), caller.identity());
    JsonNode name = NullNode.getInstance();
    try {
      var request = RpcRequest.read(body);
      name = request.id();
      request.check();
      var header = headers.getHeaderString(VERSION);
      check(header == null ? version : header);
      return answer(peer, request, name);
    } catch (A2aError error) {
      return json(error.response(name));
    } catch (Problem problem) {
      return json(A2aError.of(problem).response(name));
    }
  }

  /** A request that names no version is one of 0.3, which is not spoken. */
  private static void check(@Nullable String version) {
    if (version == null || !(version.equals("1.0") || version.startsWith("1.0."))) {
      throw A2aError.version();
    }
  }

  private Response answer(Peer peer, RpcRequest request, JsonNode id) {
    var params = request.params();
    return switch (request.method()) {
      case "SendMessage" -> result(id, sent(peer, params));
      case "SendStreamingMessage" -> follow(streamed(peer, params), id);
      case "GetTask" -> result(id, got(peer, params));
      case "ListTasks" -> result(id, list.list(peer, params));
      case "CancelTask" -> result(id, cancelled(peer, params));
      case "SubscribeToTask" -> subscribed(peer, params, id);
      case "CreateTaskPushNotificationConfig" -> result(id, pushes.create(peer, params));
      case "GetTaskPushNotificationConfig" -> result(id, pushes.get(peer, params));
      case "ListTaskPushNotificationConfigs" -> result(id, pushes.list(peer, params));
      case "DeleteTaskPushNotificationConfig" -> result(id, pushes.delete(peer, params));
      case "GetExtendedAgentCard" -> throw A2aError.unsupported("the card is all that there is");
      default -> throw A2aError.method();
    };
  }

  private ObjectNode sent(Peer peer, JsonNode params) {
    var configuration = Configuration.read(params);
    var standing = taken(peer, params, configuration);
    var answer = Json.object();
    answer.set(
        "task",
        whole(
            configuration.immediately() ? standing : tasks.await(standing),
            configuration.history()));
    return answer;
  }

  /** A stream begins with the task as the message made it, not with the question before. */
  private Tasks.Standing streamed(Peer peer, JsonNode params) {
    return tasks.heard(taken(peer, params, Configuration.read(params)));
  }

  /** The message, and who is to be told of its task. */
  private Tasks.Standing taken(Peer peer, JsonNode params, Configuration configuration) {
    if (configuration.pushes()) {
      pushes.check(configuration.push());
    }
    var standing = tasks.take(peer, params);
    if (configuration.pushes()) {
      var unused = pushes.keep(standing, configuration.push());
    }
    return standing;
  }

  private ObjectNode got(Peer peer, JsonNode params) {
    int history = Configuration.history(params, 1);
    return whole(tasks.get(peer, task(params)), history);
  }

  private ObjectNode cancelled(Peer peer, JsonNode params) {
    int history = Configuration.history(params, 1);
    return whole(tasks.cancel(peer, task(params)), history);
  }

  /** The name of the task that is meant. */
  private static String task(JsonNode params) {
    var id = params.path("id");
    if (!id.isTextual() || id.textValue().isEmpty()) {
      throw A2aError.params("'id' has to be the task's identifier");
    }
    return id.textValue();
  }

  private static ObjectNode whole(Tasks.Standing standing, int history) {
    return TaskView.of(standing.task(), standing.run(), history > 0, true);
  }

  private Response subscribed(Peer peer, JsonNode params, JsonNode id) {
    var standing = tasks.get(peer, task(params));
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
