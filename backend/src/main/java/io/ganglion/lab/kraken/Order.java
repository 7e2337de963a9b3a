package io.ganglion.lab.kraken;

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
    String clientId,
    Pair pair,
    boolean buys,
    BigDecimal price,
    BigDecimal volume,
    BigDecimal executed,
    BigDecimal cost,
    String status,
    double opened) {
  static final String OPEN = "open";

  private static final int DIGITS = 8;

  static Order of(JsonNode body) {
    return new Order(
        body.path("cl_ord_id").asText(),
        Pair.valueOf(body.at("/descr/pair").asText()),
        body.at("/descr/type").asText().equals("buy"),
        new BigDecimal(body.at("/descr/price").asText()),
        new BigDecimal(body.path("vol").asText()),
        new BigDecimal(body.path("vol_exec").asText()),
        new BigDecimal(body.path("cost").asText()),
        body.path("status").asText(),
        body.path("opentm").asDouble());
  }

  /** As Kraken shows it. */
  ObjectNode json() {
    var json =
        Json.object()
            .put("cl_ord_id", clientId)
            .put("status", status)
            .put("opentm", opened)
            .put("vol", text(volume))
            .put("vol_exec", text(executed))
            .put("cost", text(cost))
            .put("fee", "0.00000000")
            .put("misc", "")
            .put("oflags", "fciq");
    json.putObject("descr")
        .put("pair", pair.name())
        .put("type", buys ? "buy" : "sell")
        .put("ordertype", market() ? "market" : "limit")
        .put("price", price.toPlainString())
        .put("order", description());
    return json;
  }

  String description() {
    return "%s %s %s @ %s"
        .formatted(
            buys ? "buy" : "sell",
            text(volume),
            pair.name(),
            market() ? "market" : "limit " + price.toPlainString());
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
    return buys ? Pair.QUOTE : pair.base();
  }

  BigDecimal lockedAmount() {
    return buys ? price.multiply(volume) : volume;
  }

  Order filled(BigDecimal at) {
    return with("closed", volume, at.multiply(volume));
  }

  Order ended(String end) {
    return with(end, executed, cost);
  }

  private Order with(String newStatus, BigDecimal newExecuted, BigDecimal newCost) {
    return new Order(clientId, pair, buys, price, volume, newExecuted, newCost, newStatus, opened);
  }

  private static String text(BigDecimal amount) {
    return amount.setScale(DIGITS, RoundingMode.DOWN).toPlainString();
  }
}
