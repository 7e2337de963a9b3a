package io.ganglion.lab.kraken;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** What Kraken tells anyone. */
final class PublicMarket {
  private static final BigDecimal SPREAD = new BigDecimal("0.5");
  private static final int DEFAULT_DEPTH = 100;
  private static final int MAX_DEPTH = 500;

  private PublicMarket() {}

  static Reply serve(String method, Map<String, String> parameters, Instant now) {
    if (method.equals("Time")) {
      return KrakenErrors.ok(
          Json.object().put("unixtime", now.getEpochSecond()).put("rfc1123", now.toString()));
    }
    if (method.equals("SystemStatus")) {
      return KrakenErrors.ok(
          Json.object().put("status", "online").put("timestamp", now.toString()));
    }
    var pair = Pair.of(parameters.getOrDefault("pair", ""));
    if (pair.isEmpty()) {
      return KrakenErrors.error("EQuery:Unknown asset pair");
    }
    var shown =
        switch (method) {
          case "AssetPairs" -> pair.get().shown();
          case "Ticker" -> ticker(pair.get().price(now));
          case "Depth" -> depth(pair.get().price(now), parameters.getOrDefault("count", ""), now);
          default -> Json.object();
        };
    return shown.isEmpty()
        ? KrakenErrors.error("EGeneral:Unknown method")
        : KrakenErrors.ok(Json.object().set(pair.get().longName(), shown));
  }

  private static ObjectNode ticker(BigDecimal price) {
    var ticker = Json.object();
    ticker.putArray("a").add(price.add(SPREAD).toPlainString()).add("1").add("1.000");
    ticker.putArray("b").add(price.subtract(SPREAD).toPlainString()).add("1").add("1.000");
    ticker.putArray("c").add(price.toPlainString()).add("0.10000000");
    return ticker;
  }

  private static ObjectNode depth(BigDecimal price, String count, Instant now) {
    int wanted = count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : DEFAULT_DEPTH;
    var book = Json.object();
    var asks = book.putArray("asks");
    var bids = book.putArray("bids");
    for (int i = 1; i <= Math.clamp(wanted, 1, MAX_DEPTH); i++) {
      var step = SPREAD.multiply(BigDecimal.valueOf(i));
      offer(asks, price.add(step), now);
      offer(bids, price.subtract(step), now);
    }
    return book;
  }

  private static void offer(ArrayNode side, BigDecimal price, Instant now) {
    side.addArray().add(price.toPlainString()).add("1.000").add(now.getEpochSecond());
  }
}
