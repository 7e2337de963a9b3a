package io.ganglion.connector.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** An order as Alpaca reports it. */
record Order(
    String id,
    String clientId,
    String symbol,
    String side,
    String type,
    String status,
    String qty,
    String filledQty,
    String filledPrice) {
  private static final Set<String> ENDED =
      Set.of("filled", "canceled", "expired", "rejected", "done_for_day", "replaced");

  /** The client order id of an act: the same for all its attempts. */
  static String clientId(EffectId effect) {
    return effect.toString();
  }

  /**
   * Reads an order.
   *
   * @throws IOException if a member is missing
   */
  static Order read(JsonNode body) throws IOException {
    return new Order(
        Answers.text(body, "/id"),
        Answers.text(body, "/client_order_id"),
        Answers.text(body, "/symbol"),
        Answers.text(body, "/side"),
        body.path("type").asText(""),
        Answers.text(body, "/status"),
        body.path("qty").asText(""),
        body.path("filled_qty").asText("0"),
        body.path("filled_avg_price").asText(""));
  }

  boolean ended() {
    return ENDED.contains(status);
  }

  boolean filled() {
    try {
      return new BigDecimal(filledQty).signum() > 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** What trades the filled part back. Crypto has no days. */
  ObjectNode opposite(EffectId effect) {
    return Json.object()
        .put("symbol", symbol)
        .put("side", side.equals("buy") ? "sell" : "buy")
        .put("type", "market")
        .put("qty", filledQty)
        .put("time_in_force", symbol.contains("/") ? "gtc" : "day")
        .put("client_order_id", clientId(effect));
  }

  Outcome.Landed landed() {
    var output =
        Json.object()
            .put("order_id", id)
            .put("client_order_id", clientId)
            .put("symbol", symbol)
            .put("side", side)
            .put("type", type)
            .put("status", status)
            .put("qty", qty)
            .put("filled_qty", filledQty)
            .put("filled_avg_price", filledPrice);
    return new Outcome.Landed(output, id, Optional.empty());
  }
}
