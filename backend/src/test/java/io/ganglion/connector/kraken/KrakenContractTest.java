package io.ganglion.connector.kraken;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;

class KrakenContractTest {
  @Nested
  class Filled_market_order extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Market("market");
    }
  }

  @Nested
  class Open_limit_order extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Market("limit");
    }
  }

  /**
   * One account: market orders fill at once, limit orders stay open. An effect stands while an
   * order is open or the position is not flat.
   */
  static final class Market implements Subject {
    static final String PRIVATE_KEY =
        "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

    private final LinkedHashMap<String, ObjectNode> orders = new LinkedHashMap<>();
    private final String type;
    private BigDecimal position = BigDecimal.ZERO;
    private long nonce;

    Market(String type) {
      this.type = type;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new KrakenConnector(egress, clock);
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("api_key", "kraken-api-key").put("private_key", PRIVATE_KEY);
    }

    @Override
    public String principal() {
      return "AA88N84GWOAKNMOI";
    }

    @Override
    public String action() {
      return "createOrder";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var order =
          Json.object()
              .put("pair", "XBTUSD")
              .put("side", "buy")
              .put("type", type)
              .put("volume", "0.5");
      return type.equals("limit") ? order.put("price", "100") : order;
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.path().endsWith("/AddOrder") && request.parameter("validate").isEmpty();
    }

    @Override
    public int effects() {
      var open = orders.values().stream().filter(o -> is(o, "open")).count();
      return (int) open + position.divide(new BigDecimal("0.5")).intValueExact();
    }

    @Override
    public String reference() {
      return List.copyOf(orders.keySet()).getLast();
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.RECONCILABLE;
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put(
          "an equal order of another effect", () -> put(Order.clientId(EffectId.next()), "buy"));
      misses.put("an equal order placed by hand", () -> put("", "buy"));
      misses.put(
          "the same client order id on the other side",
          () -> put(Order.clientId(act.effect()), "sell"));
      return misses;
    }

    @Override
    public Reply on(Request request) {
      var method = request.path().substring(request.path().lastIndexOf('/') + 1);
      if (method.equals("AssetPairs")) {
        var pairs = Json.object();
        pairs.putObject("XXBTZUSD").put("altname", "XBTUSD").put("ordermin", "0.0001");
        return result(pairs);
      }
      var refusal = refusal(request);
      if (!refusal.isEmpty()) {
        return error(refusal);
      }
      return switch (method) {
        case "GetApiKeyInfo" -> result(Json.object().put("iban", "AA88 N84G WOAK NMOI"));
        case "AddOrder" ->
            request.parameter("validate").isEmpty() ? place(request) : result(Json.object());
        case "CancelOrder" -> cancel(request);
        case "OpenOrders" -> listed("open", request, true);
        case "ClosedOrders" -> listed("closed", request, false);
        default -> error("EGeneral:Unknown method");
      };
    }

    private String refusal(Request request) {
      var sent = request.parameter("nonce");
      if (!request.headers().getOrDefault("api-key", "").equals("kraken-api-key")
          || !request
              .headers()
              .getOrDefault("api-sign", "")
              .equals(Signature.of(PRIVATE_KEY, request.path(), sent, request.body()))) {
        return "EAPI:Invalid key";
      }
      if (Long.parseLong(sent) <= nonce) {
        return "EAPI:Invalid nonce";
      }
      nonce = Long.parseLong(sent);
      return "";
    }

    private Reply place(Request request) {
      var id = request.parameter("cl_ord_id");
      if (orders.values().stream().anyMatch(o -> named(o, id) && is(o, "open"))) {
        return error("EGeneral:Invalid arguments:cl_ord_id is in use");
      }
      var market = request.parameter("ordertype").equals("market");
      var txid = put(id, request.parameter("type"));
      var order = Objects.requireNonNull(orders.get(txid));
      order.put("status", market ? "closed" : "open");
      order.put("vol_exec", market ? request.parameter("volume") : "0.0");
      if (market) {
        var volume = new BigDecimal(request.parameter("volume"));
        position = position.add(request.parameter("type").equals("buy") ? volume : volume.negate());
      }
      var result = Json.object();
      result.putArray("txid").add(txid);
      return result(result);
    }

    private String put(String clientId, String side) {
      var txid = "OTX-" + orders.size();
      var order =
          Json.object()
              .put("cl_ord_id", clientId)
              .put("status", "closed")
              .put("vol", "0.5")
              .put("vol_exec", "0.5")
              .put("cost", "50");
      order.putObject("descr").put("pair", "XBTUSD").put("type", side);
      orders.put(txid, order);
      return txid;
    }

    private Reply cancel(Request request) {
      var open =
          orders.values().stream()
              .filter(o -> named(o, request.parameter("cl_ord_id")) && is(o, "open"))
              .toList();
      if (open.isEmpty()) {
        return error("EOrder:Unknown order");
      }
      open.forEach(o -> o.put("status", "canceled"));
      return result(Json.object().put("count", open.size()));
    }

    /** Doesn't filter by client order id, so that the connector must. */
    private Reply listed(String member, Request request, boolean open) {
      var listed = Json.object();
      orders.forEach(
          (txid, order) -> {
            if (is(order, "open") == open) {
              listed.set(txid, order);
            }
          });
      return result(Json.object().put("count", listed.size()).<ObjectNode>set(member, listed));
    }

    private static boolean named(ObjectNode order, String clientId) {
      return order.path("cl_ord_id").asText().equals(clientId);
    }

    private static boolean is(ObjectNode order, String status) {
      return order.path("status").asText().equals(status);
    }

    static Reply result(JsonNode result) {
      var body = Json.object();
      body.putArray("error");
      return Reply.json(200, body.<ObjectNode>set("result", result));
    }

    static Reply error(String text) {
      var body = Json.object();
      body.putArray("error").add(text);
      return Reply.json(200, body);
    }
  }
}
