package io.ganglion.lab.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order of an account.
 *
 * @param price its limit; zero for a market order
 */
record Order(
    String id,
    String clientId,
    Market market,
    boolean buys,
    String type,
    String timeInForce,
    BigDecimal price,
    BigDecimal quantity,
    BigDecimal executed,
    BigDecimal quote,
    String status,
    Instant at) {
  static final String NEW = "NEW";

  static Order of(ObjectNode body) {
    return new Order(
        body.path("orderId").asText(),
        body.path("clientOrderId").asText(),
        Market.valueOf(body.path("symbol").asText()),
        body.path("side").asText().equals("BUY"),
        body.path("type").asText(),
        body.path("timeInForce").asText(),
        new BigDecimal(body.path("price").asText()),
        new BigDecimal(body.path("origQty").asText()),
        new BigDecimal(body.path("executedQty").asText()),
        new BigDecimal(body.path("cummulativeQuoteQty").asText()),
        body.path("status").asText(),
        Instant.ofEpochMilli(body.path("time").asLong()));
  }

  /** As Binance shows it; the misspelt member is the platform's own. */
  ObjectNode json() {
    return Json.object()
        .put("symbol", market.name())
        .put("orderId", Long.parseLong(id))
        .put("orderListId", -1)
        .put("clientOrderId", clientId)
        .put("price", Amounts.text(price))
        .put("origQty", Amounts.text(quantity))
        .put("executedQty", Amounts.text(executed))
        .put("cummulativeQuoteQty", Amounts.text(quote))
        .put("status", status)
        .put("timeInForce", timeInForce)
        .put("type", type)
        .put("side", buys ? "BUY" : "SELL")
        .put("time", at.toEpochMilli())
        .put("updateTime", at.toEpochMilli())
        .put("isWorking", true)
        .put("selfTradePreventionMode", "NONE");
  }

  Order filled(BigDecimal at) {
    return with("FILLED", quantity, at.multiply(quantity));
  }

  Order closed(String end) {
    return with(end, executed, quote);
  }

  boolean open() {
    return status.equals(NEW);
  }

  /** Whether a market at that price would fill it now. */
  boolean marketable(BigDecimal marketPrice) {
    if (price.signum() == 0) {
      return true;
    }
    return buys ? price.compareTo(marketPrice) >= 0 : price.compareTo(marketPrice) <= 0;
  }

  /** What must be set aside while it is open. */
  String lockedAsset() {
    return buys ? Market.QUOTE : market.base();
  }

  BigDecimal lockedAmount() {
    return buys ? price.multiply(quantity) : quantity;
  }

  private Order with(String newStatus, BigDecimal newExecuted, BigDecimal newQuote) {
    return new Order(
        id,
        clientId,
        market,
        buys,
        type,
        timeInForce,
        price,
        quantity,
        newExecuted,
        newQuote,
        newStatus,
        at);
  }
}
