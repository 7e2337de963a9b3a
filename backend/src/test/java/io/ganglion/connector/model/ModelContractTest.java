package io.ganglion.connector.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.OpenAiServer;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Subject;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

class ModelContractTest {
  @Nested
  class Chat extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new ChatServer();
    }
  }

  @Nested
  class Vectors extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new VectorServer();
    }
  }

  static final class VectorServer extends ChatServer {
    @Override
    public String action() {
      return "embed";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments = Json.object().put("model", "small");
      arguments.putArray("input").add("tea").add("four");
      return arguments;
    }

    @Override
    protected Reply made(JsonNode body) {
      var answer = Json.object().put("model", body.path("model").asText());
      var data = answer.putArray("data");
      for (int i = 1; i >= 0; i--) { // as a server may, not in order
        data.addObject().put("index", i).putArray("embedding").add(i).add(0.5);
      }
      answer.putObject("usage").put("prompt_tokens", 2).put("total_tokens", 2);
      return Reply.json(200, answer);
    }
  }

  static class ChatServer extends OpenAiServer {
    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new ModelConnector(egress, clock);
    }

    @Override
    public String action() {
      return "chat";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments = Json.object().put("model", "small").put("seed", 7);
      arguments.putArray("messages").addObject().put("role", "user").put("content", "hello");
      return arguments;
    }

    @Override
    protected Reply made(JsonNode body) {
      var answer = Json.object().put("id", "chatcmpl-1").put("model", body.path("model").asText());
      var choice = answer.putArray("choices").addObject().put("finish_reason", "stop");
      // A model may repeat what it should not; the echo stands for a careless server.
      choice.putObject("message").put("role", "assistant").put("content", "hi, " + KEY);
      answer.putObject("usage").put("total_tokens", 3);
      return Reply.json(200, answer);
    }
  }
}
