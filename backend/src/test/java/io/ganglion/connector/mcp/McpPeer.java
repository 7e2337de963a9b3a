package io.ganglion.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A server that speaks streamable HTTP as the protocol's specification says, with sessions, and
 * keeps its own books of the tools that were called.
 */
public final class McpPeer implements PlatformServer.Behaviour {
  private final boolean streams;
  private final List<JsonNode> calls = new ArrayList<>();
  private final Set<String> sessions = new HashSet<>();
  private final Set<String> ready = new HashSet<>();
  private JsonNode shown =
      Json.read(
          "[{\"name\":\"echo\",\"inputSchema\":{\"type\":\"object\"},"
              + "\"annotations\":{\"readOnlyHint\":true}}]");
  private int opened;

  /**
   * @param streams whether answers are streams of events
   */
  public McpPeer(boolean streams) {
    this.streams = streams;
  }

  /** The {@code params} of tools that were called, in order. */
  public List<JsonNode> calls() {
    return List.copyOf(calls);
  }

  /** Sessions that were begun and not ended. */
  public int sessions() {
    return sessions.size();
  }

  @Override
  public Reply on(Request request) {
    var session = request.headers().getOrDefault("mcp-session-id", "");
    if (request.method().equals("DELETE")) {
      return new Reply(sessions.remove(session) ? 200 : 404, Map.of(), "");
    }
    if (!request.headers().getOrDefault("accept", "").contains("text/event-stream")) {
      return Reply.json(406, error(Json.object(), -32000, "Not Acceptable"));
    }
    var message = Json.read(request.body());
    return switch (message.path("method").asText()) {
      case "initialize" -> welcome(message);
      case "notifications/initialized" -> {
        ready.add(session);
        yield new Reply(202, Map.of(), "");
      }
      default -> inSession(message, session, request);
    };
  }

  private Reply welcome(JsonNode message) {
    var session = "session-" + ++opened;
    sessions.add(session);
    var result = Json.object();
    result.set("protocolVersion", message.at("/params/protocolVersion"));
    result.putObject("capabilities").putObject("tools");
    result.putObject("serverInfo").put("name", "peer").put("version", "1");
    return answer(message, result, Map.of("Mcp-Session-Id", session));
  }

  private Reply inSession(JsonNode message, String session, Request request) {
    if (!sessions.contains(session) || !ready.contains(session)) {
      return Reply.json(404, error(message, -32001, "Session not found"));
    }
    if (!request.headers().containsKey("mcp-protocol-version")) {
      return Reply.json(400, error(message, -32000, "no MCP-Protocol-Version"));
    }
    var params = message.path("params");
    return switch (message.path("method").asText()) {
      case "tools/list" -> answer(message, tools(params), Map.of());
      case "tools/call" -> called(message, params);
      case "resources/read" ->
          params.path("uri").asText().equals("file:///tea")
              ? answer(
                  message,
                  Json.read("{\"contents\":[{\"uri\":\"file:///tea\",\"text\":\"green\"}]}"),
                  Map.of())
              : Reply.json(200, error(message, -32002, "Resource not found"));
      case "prompts/list" -> answer(message, Json.read("{\"prompts\":[]}"), Map.of());
      default -> Reply.json(200, error(message, -32601, "Method not found"));
    };
  }

  /** Its tools from now on: an array of JSON. */
  public void shows(String tools) {
    shown = Json.read(tools);
  }

  /** A tool a page, as servers with many of them answer. */
  private JsonNode tools(JsonNode params) {
    int at = params.path("cursor").asInt(0);
    var page = Json.object();
    page.putArray("tools").add(shown.path(at));
    return at + 1 < shown.size() ? page.put("nextCursor", String.valueOf(at + 1)) : page;
  }

  private Reply called(JsonNode message, JsonNode params) {
    if (params.path("name").asText().equals("nothing")) {
      return Reply.json(200, error(message, -32602, "Unknown tool: nothing"));
    }
    if (params.path("name").asText().equals("broken")) {
      return Reply.json(200, error(message, -32603, "Internal error"));
    }
    calls.add(params);
    boolean fails = params.path("name").asText().equals("fail");
    var result = Json.object();
    result
        .putArray("content")
        .addObject()
        .put("type", "text")
        .put("text", fails ? "no tea left" : params.at("/arguments/message").asText());
    return answer(message, fails ? result.put("isError", true) : result, Map.of());
  }

  private Reply answer(JsonNode message, JsonNode result, Map<String, String> headers) {
    var json = Json.object().put("jsonrpc", "2.0");
    json.set("id", message.path("id"));
    json.set("result", result);
    var all = new HashMap<>(headers);
    all.put("Content-Type", streams ? "text/event-stream" : "application/json");
    var text = Objects.requireNonNull(Json.write(json));
    return new Reply(200, all, streams ? stream(text) : text);
  }

  /** A notification comes first, as servers that report progress do. */
  private static String stream(String json) {
    var middle = json.indexOf(',') + 1;
    return "id: 1\ndata:\n\n: a comment\r\nevent: message\r\n"
        + "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{}}\r\n\r\n"
        + "event: message\ndata: "
        + json.substring(0, middle)
        + "\ndata: "
        + json.substring(middle)
        + "\n\n";
  }

  private static ObjectNode error(JsonNode message, int code, String text) {
    var json = Json.object().put("jsonrpc", "2.0");
    json.set("id", message.path("id"));
    json.putObject("error").put("code", code).put("message", text);
    return json;
  }
}
