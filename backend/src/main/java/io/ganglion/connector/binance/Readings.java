package io.ganglion.connector.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;

/** What Binance shows, in our words. */
final class Readings {
  private Readings() {}

  static Outcome account(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var output = Json.object().put("uid", Answers.text(body, "/uid"));
    var balances = output.putArray("balances");
    for (var balance : body.path("balances")) {
      balances
          .addObject()
          .put("asset", Answers.text(balance, "/asset"))
          .put("free", Answers.text(balance, "/free"))
          .put("locked", Answers.text(balance, "/locked"));
    }
    return new Outcome.Landed(output, output.path("uid").asText(), Optional.empty());
  }

  static Outcome ticker(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    return landed(
        Json.object()
            .put("symbol", Answers.text(body, "/symbol"))
            .put("price", Answers.text(body, "/price")));
  }

  static Outcome orders(HttpResult.Answered answer) throws IOException {
    var output = Json.object();
    var orders = output.putArray("orders");
    for (var order : list(Answers.json(answer))) {
      orders.add(Order.of(order).landed().output());
    }
    return landed(output);
  }

  static Outcome trades(HttpResult.Answered answer) throws IOException {
    var output = Json.object();
    var trades = output.putArray("trades");
    for (var trade : list(Answers.json(answer))) {
      trades
          .addObject()
          .put("id", Answers.text(trade, "/id"))
          .put("order_id", Answers.text(trade, "/orderId"))
          .put("price", Answers.text(trade, "/price"))
          .put("qty", Answers.text(trade, "/qty"))
          .put("quote_qty", trade.path("quoteQty").asText())
          .put("commission", trade.path("commission").asText())
          .put("commission_asset", trade.path("commissionAsset").asText())
          .put("buyer", trade.path("isBuyer").asBoolean())
          .put("time_ms", trade.path("time").asLong());
    }
    return landed(output);
  }

  static Outcome depth(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var output = Json.object();
    side(output.putArray("bids"), list(body.path("bids")));
    side(output.putArray("asks"), list(body.path("asks")));
    return landed(output);
  }

  /** A level is a list of price and quantity. */
  private static void side(ArrayNode into, JsonNode levels) throws IOException {
    for (var level : levels) {
      into.addObject()
          .put("price", Answers.text(level, "/0"))
          .put("qty", Answers.text(level, "/1"));
    }
  }

  private static JsonNode list(JsonNode node) throws IOException {
    if (!node.isArray()) {
      throw new IOException("no list");
    }
    return node;
  }

  private static Outcome landed(JsonNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
