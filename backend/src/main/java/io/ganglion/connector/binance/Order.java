package io.ganglion.connector.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Query;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An order as Binance reports it. */
record Order(
    String symbol,
    String orderId,
    String clientOrderId,
    String side,
    String status,
    String executedQty,
    String quoteQty) {
  private static final Set<String> OPEN = Set.of("NEW", "PARTIALLY_FILLED", "PENDING_NEW");
  private static final List<String> FIELDS =
      List.of("symbol", "side", "type", "quantity", "quoteOrderQty", "price", "timeInForce");

  /** The client order id of an act: the same for all its attempts, at most 36 characters. */
  static String clientId(EffectId effect) {
    return "g-" + effect.uuid().toString().replace("-", "");
  }

  /** The parameters of an order to place. */
  static Query parameters(Act act) {
    var arguments = act.arguments();
    var query = Query.EMPTY;
    for (var field : FIELDS) {
      if (arguments.path(field).isTextual()) {
        query = query.and(field, arguments.path(field).asText());
      }
    }
    if (arguments.path("type").asText().equals("LIMIT") && !arguments.has("timeInForce")) {
      query = query.and("timeInForce", "GTC");
    }
    return query.and("newClientOrderId", clientId(act.effect())).and("newOrderRespType", "RESULT");
  }

  static Query opposite(Order order, EffectId effect) {
    return Query.of("symbol", order.symbol())
        .and("side", order.side().equals("BUY") ? "SELL" : "BUY")
        .and("type", "MARKET")
        .and("quantity", order.executedQty())
        .and("newClientOrderId", clientId(effect))
        .and("newOrderRespType", "RESULT");
  }

  static Query named(String symbol, String clientOrderId) {
    return Query.of("symbol", symbol).and("origClientOrderId", clientOrderId);
  }

  /**
   * Reads an order.
   *
   * @throws IOException if a member is missing
   */
  static Order read(HttpResult.Answered answer) throws IOException {
    return of(Answers.json(answer));
  }

  /** As {@link #read}, of one in a list. */
  static Order of(JsonNode body) throws IOException {
    return new Order(
        Answers.text(body, "/symbol"),
        Answers.text(body, "/orderId"),
        // A cancellation has an id of its own and names the order's as the original.
        body.has("origClientOrderId")
            ? Answers.text(body, "/origClientOrderId")
            : Answers.text(body, "/clientOrderId"),
        body.path("side").asText(),
        Answers.text(body, "/status"),
        Answers.text(body, "/executedQty"),
        body.path("cummulativeQuoteQty").asText("0"));
  }

  boolean open() {
    return OPEN.contains(status);
  }

  boolean filled() {
    return executed().signum() > 0;
  }

  BigDecimal executed() {
    try {
      return new BigDecimal(executedQty);
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  /** Whether it is the order these arguments meant, and not another one under its name. */
  boolean means(JsonNode arguments, String clientId) {
    return clientOrderId.equals(clientId)
        && symbol.equals(arguments.path("symbol").asText())
        && side.equals(arguments.path("side").asText());
  }

  Outcome.Landed landed() {
    var output =
        Json.object()
            .put("symbol", symbol)
            .put("order_id", orderId)
            .put("client_order_id", clientOrderId)
            .put("side", side)
            .put("status", status)
            .put("executed_qty", executedQty)
            .put("quote_qty", quoteQty);
    return new Outcome.Landed(output, orderId, Optional.empty());
  }
}
