package io.ganglion.connector.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Outcome;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

class AlpacaContractTest {
  @Nested
  class Filled_market_order extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Account("market");
    }
  }

  @Nested
  class Open_limit_order extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Account("limit");
    }
  }

  /**
   * One account: market orders fill at once, limit orders stay open. An effect stands while an
   * order is open or the position is not flat.
   */
  static final class Account implements Subject {
    private static final String SECRET = "alpaca-secret-key";

    private final List<ObjectNode> orders = new ArrayList<>();
    private final String type;
    private int position;

    Account(String type) {
      this.type = type;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new AlpacaConnector(egress, clock);
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("key_id", "PK-alpaca-key").put("secret_key", SECRET);
    }

    @Override
    public String principal() {
      return "e6fe16f3";
    }

    @Override
    public String action() {
      return "createOrder";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var order =
          Json.object()
              .put("symbol", "AAPL")
              .put("side", "buy")
              .put("type", type)
              .put("time_in_force", "day")
              .put("qty", "1");
      return type.equals("limit") ? order.put("limit_price", "1") : order;
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("POST");
    }

    @Override
    public int effects() {
      return (int) orders.stream().filter(o -> is(o, "new")).count() + position;
    }

    @Override
    public String reference() {
      return orders.getLast().path("id").asText();
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.RECONCILABLE;
    }

    @Override
    public List<Class<? extends Outcome>> whenSentTwice() {
      return List.of(Outcome.Unknown.class);
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put(
          "an equal order of another effect",
          () -> put(Order.clientId(EffectId.next()), "AAPL", "buy"));
      misses.put("an equal order placed by hand", () -> put("by hand", "AAPL", "buy"));
      misses.put(
          "the same client order id on the other side",
          () -> put(Order.clientId(act.effect()), "AAPL", "sell"));
      return misses;
    }

    @Override
    public Reply on(Request request) {
      if (!request.headers().getOrDefault("apca-api-key-id", "").equals("PK-alpaca-key")
          || !request.headers().getOrDefault("apca-api-secret-key", "").equals(SECRET)) {
        return error(401, "request is not authorized");
      }
      return switch (request.method() + " " + request.path()) {
        case "GET /v2/account" ->
            Reply.json(200, "{\"id\":\"e6fe16f3\",\"status\":\"ACTIVE\",\"buying_power\":\"9\"}");
        case "GET /v2/assets/AAPL" ->
            Reply.json(200, "{\"symbol\":\"AAPL\",\"tradable\":true,\"fractionable\":true}");
        case "POST /v2/orders" -> place(Json.read(request.body()));
        case "GET /v2/orders:by_client_order_id" ->
            named(request.parameter("client_order_id"))
                .map(order -> Reply.json(200, order))
                .orElseGet(() -> error(404, "order not found"));
        default -> cancel(request);
      };
    }

    private Reply place(JsonNode body) {
      var id = body.path("client_order_id").asText();
      if (named(id).isPresent()) {
        return error(422, "client_order_id must be unique");
      }
      var order = put(id, body.path("symbol").asText(), body.path("side").asText());
      boolean market = body.path("type").asText().equals("market");
      order.put("status", market ? "filled" : "new").put("filled_qty", market ? "1" : "0");
      if (market) {
        position += body.path("side").asText().equals("buy") ? 1 : -1;
      }
      return Reply.json(200, order);
    }

    private ObjectNode put(String clientId, String symbol, String side) {
      var order =
          Json.object()
              .put("id", "order-" + orders.size())
              .put("client_order_id", clientId)
              .put("symbol", symbol)
              .put("side", side)
              .put("qty", "1")
              .put("filled_qty", "1")
              .put("status", "filled");
      orders.add(order);
      return order;
    }

    private Reply cancel(Request request) {
      for (var order : orders) {
        if (request.path().equals("/v2/orders/" + order.path("id").asText())) {
          if (!is(order, "new")) {
            return error(422, "order is already in \"filled\" state");
          }
          order.put("status", "canceled");
          return new Reply(204, Map.of(), "");
        }
      }
      return error(404, "order not found");
    }

    private Optional<ObjectNode> named(String clientId) {
      return orders.stream()
          .filter(o -> o.path("client_order_id").asText().equals(clientId))
          .findFirst();
    }

    private static boolean is(ObjectNode order, String status) {
      return order.path("status").asText().equals(status);
    }

    private static Reply error(int status, String message) {
      return Reply.json(
          status, Json.object().put("code", status * 100_000).put("message", message));
    }
  }
}
