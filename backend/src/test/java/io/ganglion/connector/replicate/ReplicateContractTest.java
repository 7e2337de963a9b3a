package io.ganglion.connector.replicate;

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
import java.time.Duration;
import org.junit.jupiter.api.Nested;

class ReplicateContractTest {
  @Nested
  class Run extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Account("run");
    }
  }

  @Nested
  class Start extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Account("createPrediction");
    }
  }

  static final class Account implements Subject {
    private static final String TOKEN = "r8_replicate-token";
    private final String action;

    Account(String action) {
      this.action = action;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new ReplicateConnector(egress, clock, Duration.ofMillis(5));
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("api_token", TOKEN);
    }

    @Override
    public String principal() {
      return "user:ada";
    }

    @Override
    public String action() {
      return action;
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments = Json.object().put("version", "laboratory/painter");
      arguments.putObject("input").put("prompt", "tea");
      return arguments;
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("POST");
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
    public Reply on(Request request) {
      if (!request.headers().getOrDefault("authorization", "").equals("Bearer " + TOKEN)) {
        return Reply.json(401, "{\"title\":\"Unauthenticated\",\"status\":401}");
      }
      return switch (request.method() + " " + request.path()) {
        case "GET /v1/account" -> Reply.json(200, "{\"type\":\"user\",\"username\":\"ada\"}");
        case "POST /v1/predictions" -> {
          var made = Json.object().put("id", "p1").put("status", "succeeded");
          // A model may repeat what it should not; the echo stands for a careless one.
          made.putArray("output").add("https://img.example/1.png?by=" + TOKEN);
          made.putObject("metrics").put("predict_time", 1.5);
          yield Reply.json(201, made);
        }
        default -> Reply.json(404, "{\"detail\":\"Not found\"}");
      };
    }
  }
}
