package io.ganglion.lab.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An order of an account.
 *
 * @param price its limit; zero for a market order
 */
record Order(
    String id,
    String clientId,
    Asset asset,
    boolean buys,
    String timeInForce,
    BigDecimal price,
    BigDecimal quantity,
    BigDecimal filled,
    BigDecimal filledPrice,
    String status,
    String created) {
  static final String OPEN = "new";
  static final String CASH = "USD";

  private static final int DIGITS = 9;

  static Order of(JsonNode body) {
    return new Order(
        body.path("id").asText(),
        body.path("client_order_id").asText(),
        Asset.of(body.path("symbol").asText()).orElseThrow(),
        body.path("side").asText().equals("buy"),
        body.path("time_in_force").asText(),
        new BigDecimal(body.path("limit_price").asText("0")),
        new BigDecimal(body.path("qty").asText()),
        new BigDecimal(body.path("filled_qty").asText()),
        new BigDecimal(body.path("filled_avg_price").asText("0")),
        body.path("status").asText(),
        body.path("created_at").asText());
  }

  /** As Alpaca shows it. */
  ObjectNode json() {
    return Json.object()
        .put("id", id)
        .put("client_order_id", clientId)
        .put("created_at", created)
        .put("submitted_at", created)
        .put("symbol", asset.symbol())
        .put("asset_class", asset.crypto() ? "crypto" : "us_equity")
        .put("qty", text(quantity))
        .put("filled_qty", text(filled))
        .put("filled_avg_price", filled.signum() == 0 ? null : filledPrice.toPlainString())
        .put("order_class", "")
        .put("order_type", market() ? "market" : "limit")
        .put("type", market() ? "market" : "limit")
        .put("side", buys ? "buy" : "sell")
        .put("time_in_force", timeInForce)
        .put("limit_price", market() ? null : price.toPlainString())
        .put("status", status)
        .put("extended_hours", false);
  }

  boolean market() {
    return price.signum() == 0;
  }

  /** Whether a market at that price would fill it now. */
  boolean marketable(BigDecimal now) {
    return market() || (buys ? price.compareTo(now) >= 0 : price.compareTo(now) <= 0);
  }

  /** What must be set aside while it is open. */
  String lockedAsset() {
    return buys ? CASH : asset.symbol();
  }

  BigDecimal lockedAmount() {
    return buys ? price.multiply(quantity) : quantity;
  }

  Order filledAt(BigDecimal at) {
    return with("filled", quantity, at);
  }

  Order ended(String end) {
    return with(end, filled, filledPrice);
  }

  private Order with(String newStatus, BigDecimal newFilled, BigDecimal newPrice) {
    return new Order(
        id,
        clientId,
        asset,
        buys,
        timeInForce,
        price,
        quantity,
        newFilled,
        newPrice,
        newStatus,
        created);
  }

  private static String text(BigDecimal amount) {
    return amount.setScale(DIGITS, RoundingMode.DOWN).stripTrailingZeros().toPlainString();
  }
}
