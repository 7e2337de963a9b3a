package io.ganglion.connector.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class AnthropicContractTest {
  @Nested
  class Message extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Asked("messages");
    }
  }

  @Nested
  class Completion extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Asked("chat");
    }
  }

  @Nested
  class Batch extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Batched();
    }
  }

  /** What all have in common: a key, a version, an organisation. */
  abstract static class Server implements Subject {
    static final String KEY = "sk-ant-key-secret";

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new AnthropicConnector(egress, clock);
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("api_key", KEY);
    }

    @Override
    public String principal() {
      return "org:acme";
    }

    @Override
    public Reply on(Request request) {
      if (!request.headers().getOrDefault("x-api-key", "").equals(KEY)
          || !request.headers().getOrDefault("anthropic-version", "").equals("2023-06-01")) {
        return Reply.json(
            401, "{\"type\":\"error\",\"error\":{\"message\":\"invalid x-api-key\"}}");
      }
      return request.path().equals("/v1/models")
          ? new Reply(
              200,
              Map.of("anthropic-organization-id", "acme", "Content-Type", "application/json"),
              "{\"data\":[],\"has_more\":false}")
          : made(request);
    }

    abstract Reply made(Request request);
  }

  static final class Asked extends Server {
    private final String action;

    Asked(String action) {
      this.action = action;
    }

    @Override
    public String action() {
      return action;
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments = Json.object().put("model", "claude").put("max_tokens", 100);
      arguments.putArray("messages").addObject().put("role", "user").put("content", "hello");
      return arguments;
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.path().equals("/v1/messages");
    }

    @Override
    public int effects() {
      return 0;
    }

    @Override
    public String reference() {
      return "";
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.PURE;
    }

    @Override
    Reply made(Request request) {
      var message =
          Json.object()
              .put("id", "msg_1")
              .put("type", "message")
              .put("model", Json.read(request.body()).path("model").asText())
              .put("stop_reason", "end_turn");
      // A model may repeat what it should not; the echo stands for a careless server.
      message.putArray("content").addObject().put("type", "text").put("text", "hi, " + KEY);
      message.putObject("usage").put("input_tokens", 2).put("output_tokens", 3);
      return Reply.json(200, message);
    }
  }

  static final class Batched extends Server {
    private final Map<String, String> batches = new LinkedHashMap<>();

    @Override
    public String action() {
      return "createBatch";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var params = Json.object().put("model", "claude").put("max_tokens", 100);
      params.putArray("messages").addObject().put("role", "user").put("content", "hello");
      var arguments = Json.object();
      arguments.putArray("requests").addObject().put("custom_id", "one").set("params", params);
      return arguments;
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("POST") && request.path().equals("/v1/messages/batches");
    }

    @Override
    public int effects() {
      return (int) batches.values().stream().filter("in_progress"::equals).count();
    }

    @Override
    public String reference() {
      return List.copyOf(batches.keySet()).getLast();
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.BLIND;
    }

    @Override
    Reply made(Request request) {
      if (makesEffect(request)) {
        batches.put("msgbatch_" + batches.size(), "in_progress");
        return shown(reference());
      }
      var id = request.path().split("/")[4];
      if (!request.path().endsWith("/cancel")) {
        return shown(id);
      }
      if ("ended".equals(batches.put(id, "ended"))) {
        return Reply.json(
            400, "{\"type\":\"error\",\"error\":{\"message\":\"has already ended\"}}");
      }
      return shown(id);
    }

    private Reply shown(String id) {
      return Reply.json(200, Json.object().put("id", id).put("processing_status", batches.get(id)));
    }
  }
}
