package io.ganglion.connector.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
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
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class BinanceContractTest {
  @Nested
  class Filled_market_order extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Market("MARKET");
    }
  }

  @Nested
  class Open_limit_order extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Market("LIMIT");
    }
  }

  /**
   * One account: market orders fill at once, limit orders stay open. An effect stands while an
   * order is open or the position is not flat.
   */
  static final class Market implements Subject {
    private final LinkedHashMap<String, ObjectNode> orders = new LinkedHashMap<>();
    private final String type;
    private BigDecimal position = BigDecimal.ZERO;
    private int ids = 9000;

    Market(String type) {
      this.type = type;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new BinanceConnector(egress, clock);
    }

    @Override
    public JsonNode credentials() {
      return Json.object()
          .put("api_key", "binance-api-key")
          .put("secret_key", "binance-secret-key");
    }

    @Override
    public String principal() {
      return "354937868";
    }

    @Override
    public String action() {
      return "createOrder";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var order =
          Json.object()
              .put("symbol", "BTCUSDT")
              .put("side", "BUY")
              .put("type", type)
              .put("quantity", "0.5");
      return type.equals("LIMIT") ? order.put("price", "100") : order;
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("POST") && request.path().equals("/api/v3/order");
    }

    @Override
    public int effects() {
      var open = orders.values().stream().filter(o -> is(o, "NEW")).count();
      return (int) open + position.divide(new BigDecimal("0.5")).intValueExact();
    }

    @Override
    public String reference() {
      return orders.sequencedValues().getLast().path("orderId").asText();
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.RECONCILABLE;
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put(
          "an equal order of another effect",
          () -> put(Order.clientId(EffectId.next()), "BTCUSDT", "BUY"));
      misses.put("an equal order placed by hand", () -> put("web_1", "BTCUSDT", "BUY"));
      misses.put(
          "the same client order id on the other side",
          () -> put(Order.clientId(act.effect()), "BTCUSDT", "SELL"));
      return misses;
    }

    @Override
    public Reply on(Request request) {
      if (!signed(request)) {
        return error(401, -2014, "API-key format invalid.");
      }
      return switch (request.method() + " " + request.path()) {
        case "GET /api/v3/account" -> Reply.json(200, account());
        case "POST /api/v3/order/test" -> Reply.json(200, "{}");
        case "POST /api/v3/order" -> place(request);
        case "GET /api/v3/order" -> read(request);
        case "DELETE /api/v3/order" -> cancel(request);
        default -> error(404, -1, "no such path");
      };
    }

    private static boolean signed(Request request) {
      var question = request.target().indexOf('?');
      var text =
          request.body().isEmpty() ? request.target().substring(question + 1) : request.body();
      var cut = text.lastIndexOf("&signature=");
      return request.headers().getOrDefault("x-mbx-apikey", "").equals("binance-api-key")
          && Signature.hmac(text.substring(0, cut), "binance-secret-key")
              .equals(text.substring(cut + 11));
    }

    private static ObjectNode account() {
      var account = Json.object().put("uid", 354_937_868L).put("canTrade", true);
      account
          .putArray("balances")
          .addObject()
          .put("asset", "BTC")
          .put("free", "1")
          .put("locked", "0");
      return account;
    }

    /** As the real one: a client order id is refused only while its order is open. */
    private Reply place(Request request) {
      var id = request.parameter("newClientOrderId");
      var before = orders.get(id);
      if (before != null && is(before, "NEW")) {
        return error(400, -2010, "Duplicate order sent.");
      }
      var market = request.parameter("type").equals("MARKET");
      var quantity = request.parameter("quantity");
      var order = put(id, request.parameter("symbol"), request.parameter("side"));
      order.put("status", market ? "FILLED" : "NEW").put("executedQty", market ? quantity : "0.0");
      if (market) {
        var signed = new BigDecimal(quantity);
        position = position.add(request.parameter("side").equals("BUY") ? signed : signed.negate());
      }
      return Reply.json(200, order);
    }

    private ObjectNode put(String id, String symbol, String side) {
      var order =
          Json.object()
              .put("symbol", symbol)
              .put("orderId", ids++)
              .put("clientOrderId", id)
              .put("side", side)
              .put("status", "FILLED")
              .put("executedQty", "0.5")
              .put("cummulativeQuoteQty", "50");
      orders.put(id, order);
      return order;
    }

    private Reply read(Request request) {
      var order = orders.get(request.parameter("origClientOrderId"));
      return order == null ? error(400, -2013, "Order does not exist.") : Reply.json(200, order);
    }

    private Reply cancel(Request request) {
      var order = orders.get(request.parameter("origClientOrderId"));
      if (order == null || !is(order, "NEW")) {
        return error(400, -2011, "Unknown order sent.");
      }
      order.put("status", "CANCELED");
      var answer = order.deepCopy().put("clientOrderId", "cancel-1");
      return Reply.json(200, answer.put("origClientOrderId", order.path("clientOrderId").asText()));
    }

    private static boolean is(ObjectNode order, String status) {
      return order.path("status").asText().equals(status);
    }

    private static Reply error(int status, int code, String message) {
      return Reply.json(status, Json.object().put("code", code).put("msg", message));
    }
  }
}
