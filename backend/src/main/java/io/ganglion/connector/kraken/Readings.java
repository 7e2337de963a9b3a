package io.ganglion.connector.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What Kraken tells of the account and the market, in our words. */
final class Readings {
  private Readings() {}

  /** The account's public name, which Kraken writes like a bank account's. */
  static Outcome account(JsonNode result) throws IOException {
    var name = Answers.text(result, "/iban").replace(" ", "");
    return new Outcome.Landed(Json.object().put("account", name), name, Optional.empty());
  }

  static Outcome balances(JsonNode result) throws IOException {
    demand(result.isObject());
    var output = Json.object();
    var balances = output.putArray("balances");
    result
        .properties()
        .forEach(
            entry ->
                balances
                    .addObject()
                    .put("asset", entry.getKey())
                    .put("amount", entry.getValue().asText()));
    return landed(output);
  }

  static Outcome orders(JsonNode result) throws IOException {
    demand(result.path("open").isObject());
    var output = Json.object();
    var orders = output.putArray("orders");
    for (var entry : result.path("open").properties()) {
      orders.add(Order.read(entry.getKey(), entry.getValue()).landed().output());
    }
    return landed(output);
  }

  static Outcome trigger(JsonNode result) throws IOException {
    return landed(Json.object().put("trigger_time", Answers.text(result, "/triggerTime")));
  }

  static Outcome ticker(String pair, JsonNode result) throws IOException {
    var ticker = only(result);
    return landed(
        Json.object()
            .put("pair", pair)
            .put("last", Answers.text(ticker, "/c/0"))
            .put("bid", Answers.text(ticker, "/b/0"))
            .put("ask", Answers.text(ticker, "/a/0")));
  }

  static Outcome depth(String pair, JsonNode result) throws IOException {
    var book = only(result);
    var output = Json.object().put("pair", pair);
    for (var side : List.of("asks", "bids")) {
      demand(book.path(side).isArray());
      var list = output.putArray(side);
      for (var offer : book.path(side)) {
        list.addObject()
            .put("price", Answers.text(offer, "/0"))
            .put("volume", Answers.text(offer, "/1"));
      }
    }
    return landed(output);
  }

  /** Kraken answers under a name of its own: XXBTZUSD for XBTUSD. */
  private static JsonNode only(JsonNode result) throws IOException {
    demand(result.size() == 1);
    return result.properties().iterator().next().getValue();
  }

  private static void demand(boolean kept) throws IOException {
    if (!kept) {
      throw new IOException("not what Kraken promises");
    }
  }

  private static Outcome landed(JsonNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
