package io.ganglion.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Uuid7;
import io.ganglion.mcp.McpConfig;
import io.ganglion.mcp.McpSession;
import io.ganglion.mcp.McpSessions.Client;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCMessage;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCRequest;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCResponse;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.McpSchema.ErrorCodes;
import io.modelcontextprotocol.modern.McpSchema.MetaKeys;
import io.modelcontextprotocol.modern.server.McpTransportResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Requests of the revisions with sessions (2025-06-18, 2025-11-25), said in the words of the
 * current one: what the session knows of the client goes with each request, and a question to the
 * user is a request of ours on the call's stream. Nothing of a session is in memory, but which of
 * its calls wait here.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>
 */
@ApplicationScoped
class Stateful {
  static final String LATEST = "2025-11-25";
  static final Set<String> VERSIONS = Set.of("2025-06-18", LATEST);
  private static final Set<String> METHODS =
      Set.of(McpSchema.METHOD_TOOLS_LIST, McpSchema.METHOD_TOOLS_CALL);
  private static final Duration LOOK = Duration.ofMillis(200);

  /**
   * Between the approval that a question is about and what makes the question's name its own: no
   * request of ours may have the name of an earlier one, and any process has to find the approval.
   */
  private static final String JOINT = "/";

  /** Looks between two signs of life on a stream that waits for the user. */
  private static final int QUIET = 50;

  private final ToolServer server;
  private final Asking asking;
  private final McpConfig config;

  /** Calls that wait in this process, by session and request. */
  private final Map<String, Wire> waiting = new ConcurrentHashMap<>();

  /** Questions that calls in this process wait for; true once the user closed one. */
  private final Map<String, AtomicBoolean> questions = new ConcurrentHashMap<>();

  Stateful(ToolServer server, Asking asking, McpConfig config) {
    this.server = server;
    this.asking = asking;
    this.config = config;
  }

  /** The revision that a client would speak; empty where it doesn't say. */
  static Optional<String> asked(JSONRPCRequest initialize) {
    return Optional.ofNullable(
        Wire.object(initialize.params()).path("protocolVersion").textValue());
  }

  /**
   * What a client says of itself when it opens a session.
   *
   * @param asked the revision that it would speak; one that isn't spoken here is answered by the
   *     latest that is
   */
  static Client client(JSONRPCRequest initialize, String asked) {
    var params = Wire.object(initialize.params());
    var name = Json.object();
    for (var field : new String[] {"name", "version"}) {
      var text = params.path("clientInfo").path(field).asText("");
      name.put(field, text.substring(0, Math.min(text.length(), 100)));
    }
    var elicitation = params.path("capabilities").path("elicitation");
    boolean form =
        elicitation.isObject() && (elicitation.isEmpty() || elicitation.path("form").isObject());
    return new Client(VERSIONS.contains(asked) ? asked : LATEST, name, form);
  }

  JSONRPCResponse initialized(JSONRPCRequest initialize, McpSession session) {
    var result = Json.object().put("protocolVersion", session.protocol());
    result.putObject("capabilities").putObject("tools").put("listChanged", false);
    result
        .putObject("serverInfo")
        .put("name", ToolServer.NAME)
        .put("title", "Ganglion")
        .put("version", server.version());
    result.put("instructions", ToolServer.INSTRUCTIONS);
    return JSONRPCResponse.result(initialize.id(), result);
  }

  Response answer(
      ToolCaller caller, McpSession session, JSONRPCRequest request, HttpHeaders headers) {
    if (request.method().equals("ping")) {
      return RpcErrors.json(200, JSONRPCResponse.result(request.id(), Json.object()));
    }
    if (!METHODS.contains(request.method())) {
      var unknown = new JSONRPCError(ErrorCodes.METHOD_NOT_FOUND, "Method not found");
      return RpcErrors.json(200, JSONRPCResponse.error(request.id(), unknown));
    }
    boolean streams = Stateless.takesStreams(headers);
    if (request.method().equals(McpSchema.METHOD_TOOLS_CALL) && streams) {
      return Stateless.stream(wire -> serve(caller, session, request, wire), caller.wire());
    }
    return RpcErrors.json(200, plain(dispatch(caller, translated(request, false), message -> {})));
  }

  /** A client no longer waits for a call; what it asked for goes on. */
  void cancel(McpSession session, JsonNode request) {
    var wire = waiting.get(call(session, request));
    if (wire != null) {
      wire.leave();
    }
  }

  private static String call(McpSession session, JsonNode request) {
    return session.id() + " " + Json.write(request);
  }

  private void serve(ToolCaller caller, McpSession session, JSONRPCRequest request, Wire wire) {
    var call = call(session, Wire.tree(request.id()));
    waiting.put(call, wire);
    try {
      var asked = translated(request, session.elicits());
      var response = dispatch(caller, asked, wire::send);
      var result = Wire.object(response.result());
      if (result.path("resultType").asText().equals("input_required")) {
        ask(caller, session, result, wire);
        var again = translated(request, false);
        again.put("requestState", result.path("requestState").asText());
        response = dispatch(caller, again, wire::send);
      }
      wire.send(plain(response));
    } finally {
      waiting.remove(call, wire);
    }
  }

  /** Puts the questions to the client and waits until one decided them, or the time is over. */
  private void ask(ToolCaller caller, McpSession session, ObjectNode result, Wire wire) {
    result
        .path("inputRequests")
        .properties()
        .forEach(
            question -> {
              var id = question.getKey() + JOINT + Uuid7.next();
              var request = Json.object().put("jsonrpc", "2.0").put("id", id);
              request.setAll(Wire.object(question.getValue()));
              if (!session.protocol().equals(LATEST)) {
                request.withObject("/params").remove("mode");
              }
              wire.send(request);
              await(caller, id, wire);
            });
  }

  /** The approval that a question of ours is about. */
  private static String approval(String question) {
    int joint = question.indexOf(JOINT);
    return joint < 0 ? question : question.substring(0, joint);
  }

  private void await(ToolCaller caller, String question, Wire wire) {
    var key = question(caller, question);
    var closed = new AtomicBoolean();
    questions.put(key, closed);
    try {
      long end = System.nanoTime() + config.askPatience().toNanos();
      for (int i = 1; System.nanoTime() < end && !wire.gone() && !closed.get(); i++) {
        if (!asking.open(caller, approval(question))) {
          return;
        }
        if (i % QUIET == 0) {
          wire.keepAlive();
        }
        LockSupport.parkNanos(LOOK.toNanos());
      }
    } finally {
      questions.remove(key, closed);
    }
  }

  private static String question(ToolCaller caller, String question) {
    return caller.tenant() + " " + question;
  }

  /**
   * Takes the client's answer to a question of ours. It may come to another process than the one
   * that asked: what was decided is on record.
   */
  void answered(ToolCaller caller, JSONRPCResponse answer) {
    if (!(answer.id() instanceof String question) || !asking.open(caller, approval(question))) {
      return;
    }
    asking.answer(caller, approval(question), Wire.object(answer.result()));
    var closed = questions.get(question(caller, question));
    if (closed != null) {
      closed.set(true);
    }
  }

  private JSONRPCResponse dispatch(
      ToolCaller caller, ObjectNode request, Consumer<JSONRPCMessage> notifications) {
    var asked =
        new JSONRPCRequest(
            request.remove("method").asText(),
            Wire.JSON.convertValue(request.remove("id"), Object.class),
            Wire.JSON.convertValue(request, Map.class));
    return switch (server.handle(caller, asked)) {
      case McpTransportResponse.Result result -> result.response();
      case McpTransportResponse.Error error -> error.response();
      case McpTransportResponse.Streaming streaming ->
          Stateless.read(
              streaming,
              message -> {
                if (!(message instanceof JSONRPCResponse)) {
                  notifications.accept(message);
                }
              });
      default -> throw new IllegalStateException("an answer of a kind that we don't know");
    };
  }

  /** A request's params as those of the current revision, with its method and id beside them. */
  private static ObjectNode translated(JSONRPCRequest request, boolean elicits) {
    var params = Wire.object(request.params());
    params.remove("inputResponses");
    params.remove("requestState");
    var meta = params.path("_meta").isObject() ? params.withObject("/_meta") : Json.object();
    params.set("_meta", meta);
    meta.put(MetaKeys.PROTOCOL_VERSION, McpSchema.LATEST_PROTOCOL_VERSION);
    var capabilities = meta.putObject(MetaKeys.CLIENT_CAPABILITIES);
    if (elicits) {
      capabilities.putObject("elicitation").putObject("form");
    }
    params.put("method", request.method());
    params.set("id", Wire.tree(request.id()));
    return params;
  }

  /** Without what only the current revision has. */
  private static JSONRPCResponse plain(JSONRPCResponse response) {
    if (response.error() != null) {
      return response;
    }
    var result = Wire.object(response.result());
    result.remove("resultType");
    result.remove("ttlMs");
    result.remove("cacheScope");
    Optional.of(result.path("_meta"))
        .filter(JsonNode::isObject)
        .ifPresent(
            meta -> {
              ((ObjectNode) meta).remove(MetaKeys.SERVER_INFO);
              if (meta.isEmpty()) {
                result.remove("_meta");
              }
            });
    return JSONRPCResponse.result(response.id(), result);
  }
}
