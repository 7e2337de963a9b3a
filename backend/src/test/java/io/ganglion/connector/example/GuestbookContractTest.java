package io.ganglion.connector.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.ActionSubject;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class GuestbookContractTest extends ConnectorContract {
  @Override
  protected Subject subject() {
    return new Book();
  }

  /** The platform: a book in memory, behind a token. */
  static final class Book extends ActionSubject {
    private static final String TOKEN = "guestbook-token-secret";
    private final List<ObjectNode> entries = new ArrayList<>();
    private int ids;

    Book() {
      super("sign", RetryClass.RECONCILABLE);
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new GuestbookConnector(egress, clock);
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("token", TOKEN);
    }

    @Override
    public String principal() {
      return "ada";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("text", "Thanks for the tea");
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("POST");
    }

    @Override
    public int effects() {
      return entries.size();
    }

    @Override
    public String reference() {
      return entries.getLast().path("id").asText();
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      return Map.of(
          "the same text of another effect",
          () -> enter("Thanks for the tea", EffectId.next().toString()),
          "the same text by hand",
          () -> enter("Thanks for the tea", ""));
    }

    @Override
    public Reply on(Request request) {
      if (!request.headers().getOrDefault("authorization", "").equals("Bearer " + TOKEN)) {
        return Reply.json(401, "{}");
      }
      return switch (request.method() + " " + request.path().split("/")[1]) {
        case "GET me" -> Reply.json(200, Json.object().put("name", "ada"));
        case "GET entries" -> {
          var all = Json.object();
          entries.forEach(all.putArray("entries")::add);
          yield Reply.json(200, all);
        }
        case "POST entries" -> {
          var body = Json.read(request.body());
          yield Reply.json(201, enter(body.path("text").asText(), body.path("note").asText()));
        }
        case "DELETE entries" -> {
          var id = request.path().split("/")[2];
          entries.removeIf(entry -> entry.path("id").asText().equals(id));
          yield Reply.json(200, Json.object().put("id", id));
        }
        default -> Reply.json(404, "{}");
      };
    }

    private ObjectNode enter(String text, String note) {
      var entry = Json.object().put("id", Integer.toString(++ids));
      entries.add(entry.put("text", text).put("note", note));
      return entry;
    }
  }
}
