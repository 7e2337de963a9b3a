package io.ganglion.connector.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An agent that speaks A2A 0.3 at {@code /a2a} and 1.0 at {@code /v1}, with a card for each, and
 * keeps its own books of what it was told.
 */
public final class A2aPeer implements PlatformServer.Behaviour {
  private final List<JsonNode> told = new ArrayList<>();
  private String state = "working";

  /** The messages it took, in order. */
  public List<JsonNode> told() {
    return List.copyOf(told);
  }

  @Override
  public Reply on(Request request) {
    return switch (request.path()) {
      case "/.well-known/agent-card.json" ->
          Reply.json(
              200,
              "{\"name\":\"a\",\"protocolVersion\":\"0.3.0\",\"url\":\"/a2a\","
                  + "\"preferredTransport\":\"JSONRPC\"}");
      case "/new/agent-card.json" ->
          Reply.json(
              200,
              "{\"name\":\"a\",\"supportedInterfaces\":[{\"url\":\"/grpc\",\"protocolBinding\":"
                  + "\"GRPC\"},{\"url\":\"/v1\",\"protocolBinding\":\"JSONRPC\","
                  + "\"protocolVersion\":\"1.0\"}]}");
      case "/far/agent-card.json" ->
          Reply.json(
              200,
              "{\"url\":\"http://%s/a2a\"}"
                  .formatted(
                      request
                          .headers()
                          .getOrDefault("host", "")
                          .replace("127.0.0.1", "localhost")));
      case "/grpc/agent-card.json" -> Reply.json(200, "{\"preferredTransport\":\"GRPC\"}");
      case "/a2a" -> old(Json.read(request.body()));
      case "/v1" -> young(request, Json.read(request.body()));
      default -> Reply.json(404, "{}");
    };
  }

  private Reply old(JsonNode message) {
    var params = message.path("params");
    return switch (message.path("method").asText()) {
      case "message/send" -> said(message, params.path("message"));
      case "message/stream", "tasks/resubscribe" -> {
        told.add(params.path("message"));
        yield new Reply(
            200,
            Map.of("Content-Type", "text/event-stream"),
            event(message, task()) + event(message, update("completed")));
      }
      case "tasks/get" ->
          params.path("id").asText().equals("t-1")
              ? result(message, task())
              : error(message, -32001, "Task not found");
      case "tasks/cancel" -> {
        if (state.equals("canceled")) {
          yield error(message, -32002, "Task cannot be canceled");
        }
        state = "canceled";
        yield result(message, task());
      }
      default -> error(message, -32601, "Method not found");
    };
  }

  private Reply said(JsonNode message, JsonNode said) {
    if (!said.path("kind").asText().equals("message") || !said.has("messageId")) {
      return error(message, -32602, "no message");
    }
    if (said.at("/parts/0/text").asText().equals("break")) {
      return error(message, -32603, "Internal error");
    }
    told.add(said);
    return result(
        message,
        said.has("taskId")
            ? task()
            : Json.read(
                "{\"kind\":\"message\",\"role\":\"agent\",\"messageId\":\"m\",\"parts\":"
                    + "[{\"kind\":\"text\",\"text\":\"You said: %s\"}]}"
                        .formatted(said.at("/parts/0/text").asText())));
  }

  private Reply young(Request request, JsonNode message) {
    if (!request.headers().getOrDefault("a2a-version", "").equals("1.0")) {
      return error(message, -32009, "version not supported");
    }
    var said = message.at("/params/message");
    if (!message.path("method").asText().equals("SendMessage")
        || !said.path("role").asText().equals("ROLE_USER")
        || said.at("/parts/0").has("kind")) {
      return error(message, -32602, "not 1.0: " + said);
    }
    told.add(said);
    var result = Json.object();
    result
        .putObject("message")
        .put("role", "ROLE_AGENT")
        .putArray("parts")
        .addObject()
        .put("text", "You said: " + said.at("/parts/0/text").asText());
    return result(message, result);
  }

  private JsonNode task() {
    var task = Json.object().put("kind", "task").put("id", "t-1").put("contextId", "c-1");
    task.putObject("status").put("state", state);
    var history = task.putArray("history");
    told.forEach(history::add);
    return task;
  }

  private static JsonNode update(String state) {
    var update = Json.object().put("kind", "status-update").put("taskId", "t-1");
    update.put("final", true).putObject("status").put("state", state);
    return update;
  }

  private static String event(JsonNode message, JsonNode result) {
    return "data: " + Json.write(response(message).set("result", result)) + "\n\n";
  }

  private static Reply result(JsonNode message, JsonNode result) {
    return Reply.json(200, Json.write(response(message).set("result", result)));
  }

  private static Reply error(JsonNode message, int code, String text) {
    var json = response(message);
    json.putObject("error").put("code", code).put("message", text);
    return Reply.json(200, Json.write(json));
  }

  private static ObjectNode response(JsonNode message) {
    var json = Json.object().put("jsonrpc", "2.0");
    json.set("id", message.path("id"));
    return json;
  }
}
