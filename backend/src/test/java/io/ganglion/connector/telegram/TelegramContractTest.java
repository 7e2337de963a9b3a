package io.ganglion.connector.telegram;

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
import java.util.Map;
import org.junit.jupiter.api.Nested;

class TelegramContractTest {
  @Nested
  class SendMessage extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Bot("sendMessage", Json.object().put("chat_id", 4711).put("text", "Tea?"));
    }
  }

  @Nested
  class SendPhoto extends ConnectorContract {
    @Override
    protected Subject subject() {
      var arguments = Json.object().put("chat_id", "@tea_at_four");
      return new Bot("sendPhoto", arguments.put("photo", "https://example.com/tea.png"));
    }
  }

  /** One bot. */
  private static final class Bot implements Subject {
    private static final String TOKEN = "700001:AAF-a_secret_of_the_bot_that_is_long";
    private final Map<Long, JsonNode> messages = new LinkedHashMap<>();
    private final String action;
    private final JsonNode arguments;

    Bot(String action, JsonNode arguments) {
      this.action = action;
      this.arguments = arguments;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new TelegramConnector(egress, clock);
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("bot_token", TOKEN);
    }

    @Override
    public String principal() {
      return "700001";
    }

    @Override
    public String action() {
      return action;
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return arguments;
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.path().endsWith("/" + action);
    }

    @Override
    public int effects() {
      return messages.size();
    }

    @Override
    public String reference() {
      return "4711:" + messages.keySet().iterator().next();
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.BLIND;
    }

    @Override
    public Reply on(Request request) {
      var prefix = "/bot" + TOKEN + "/";
      if (!request.path().startsWith(prefix)) {
        return error(401, "Unauthorized");
      }
      var body = Json.read(request.body());
      return switch (request.path().substring(prefix.length())) {
        case "getMe" ->
            result(Json.object().put("id", 700001).put("is_bot", true).put("username", "tea_bot"));
        case "sendMessage", "sendPhoto" -> {
          var message = Json.object().put("message_id", 90L + messages.size()).put("date", 1);
          message.putObject("chat").put("id", 4711).put("type", "private");
          messages.put(message.path("message_id").asLong(), message);
          yield result(message);
        }
        case "deleteMessage" ->
            messages.remove(body.path("message_id").asLong()) == null
                ? error(400, "Bad Request: message to delete not found")
                : result(Json.mapper().getNodeFactory().booleanNode(true));
        default -> error(404, "Not Found: method not found");
      };
    }

    private static Reply result(JsonNode result) {
      return Reply.json(200, Json.object().put("ok", true).set("result", result));
    }

    private static Reply error(int status, String description) {
      return Reply.json(
          status,
          Json.object().put("ok", false).put("error_code", status).put("description", description));
    }
  }
}
