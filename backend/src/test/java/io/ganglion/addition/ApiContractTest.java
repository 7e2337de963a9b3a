package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.connector.UndoClass;
import io.ganglion.connector.endpoint.Authorized;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;

/** A connector made of a document keeps the promises that built-in ones keep. */
class ApiContractTest {
  @Nested
  class Get extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Store("listItems", RetryClass.PURE);
    }
  }

  @Nested
  class Put extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Store("putItem", RetryClass.IDEMPOTENT);
    }
  }

  @Nested
  class Post extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Store("addItem", RetryClass.BLIND);
    }
  }

  @Nested
  class Post_with_a_key extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Store("addItem", RetryClass.IDEMPOTENT);
    }
  }

  /** The shop itself: PUT replaces, POST adds, a key is taken once. */
  private static final class Store implements Subject {
    private static final String KEY = "shop-key-0123456789";

    private final String action;
    private final RetryClass retryClass;
    private final Map<String, String> items = new TreeMap<>();
    private final Map<String, String> keys = new TreeMap<>();
    private String newest = "";
    private int number;

    Store(String action, RetryClass retryClass) {
      this.action = action;
      this.retryClass = retryClass;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      var undo = new Words.Undo(UndoClass.REVERSIBLE, "deleteItem", Map.of("itemId", "/reference"));
      var words =
          new Edit.OfAction(
              Optional.empty(),
              Optional.empty(),
              retryClass == RetryClass.IDEMPOTENT ? Optional.of("X-Once") : Optional.empty(),
              Optional.of(Optional.of(undo)));
      var addition = action.equals("addItem") ? Shop.saying(action, words) : Shop.addition();
      return new ApiConnector(Shop.tenant(), addition, new Authorized(egress, clock), clock);
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("key", KEY);
    }

    @Override
    public String principal() {
      return "shop";
    }

    /** Without an operation that tells, the credentials alone do. */
    @Override
    public boolean hasAccount() {
      return false;
    }

    @Override
    public String action() {
      return action;
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      ObjectNode arguments = Json.object();
      switch (action) {
        case "listItems" -> arguments.putArray("tag").add("a b").add(KEY);
        case "putItem" -> arguments.put("itemId", "7").putObject("body").put("name", "tea");
        default -> arguments.putObject("body").put("name", "tea");
      }
      return arguments;
    }

    @Override
    public boolean makesEffect(Request request) {
      return !request.method().equals("DELETE");
    }

    @Override
    public int effects() {
      return items.size();
    }

    @Override
    public String reference() {
      return newest;
    }

    @Override
    public RetryClass retryClass() {
      return retryClass;
    }

    @Override
    public Reply on(Request request) {
      if (!request.headers().getOrDefault("x-shop-key", "").equals(KEY)) {
        return Reply.json(401, "{}");
      }
      var id = request.path().substring(request.path().lastIndexOf('/') + 1);
      return switch (request.method()) {
        case "GET" -> Reply.json(200, Json.object().put("said", KEY));
        case "PUT" -> put(id, request.body());
        case "DELETE" -> {
          items.remove(id);
          yield new Reply(204, Map.of(), "");
        }
        default -> post(request);
      };
    }

    private Reply post(Request request) {
      var key = request.headers().get("x-once");
      var id =
          key == null ? String.valueOf(++number) : keys.computeIfAbsent(key, k -> "" + ++number);
      return put(id, request.body());
    }

    private Reply put(String id, String body) {
      items.put(id, body);
      newest = id;
      return Reply.json(200, Json.object().put("id", Integer.parseInt(id)).put("name", "tea"));
    }
  }
}
