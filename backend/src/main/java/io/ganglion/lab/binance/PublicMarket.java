package io.ganglion.lab.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What Binance tells anyone. */
final class PublicMarket {
  private static final int MOST_LEVELS = 100;

  private PublicMarket() {}

  /** Empty if it is not public. */
  static Optional<Reply> serve(String path, Map<String, String> parameters, Instant now) {
    return switch (path) {
      case "/ping" -> Optional.of(Reply.ok(Json.object()));
      case "/time" -> Optional.of(Reply.ok(Json.object().put("serverTime", now.toEpochMilli())));
      case "/ticker/price" -> Optional.of(ticker(parameters, now));
      case "/depth" -> Optional.of(depth(parameters, now));
      case "/exchangeInfo" -> Optional.of(exchangeInfo(now));
      default -> Optional.empty();
    };
  }

  private static Reply ticker(Map<String, String> parameters, Instant now) {
    var symbol = parameters.get("symbol");
    if (symbol == null) {
      var all = Json.mapper().createArrayNode();
      for (var market : Market.values()) {
        all.add(price(market, now));
      }
      return Reply.ok(all);
    }
    return Market.of(symbol)
        .map(market -> Reply.ok(price(market, now)))
        .orElseGet(BinanceErrors::badSymbol);
  }

  /** A book of one step a level around the price. */
  private static Reply depth(Map<String, String> parameters, Instant now) {
    var market = Market.of(parameters.getOrDefault("symbol", ""));
    var limit = parameters.getOrDefault("limit", "100");
    if (market.isEmpty()) {
      return BinanceErrors.badSymbol();
    }
    if (!limit.matches("[0-9]{1,4}")) {
      return BinanceErrors.illegal("limit");
    }
    var price = market.get().price(now);
    var body = Json.object().put("lastUpdateId", now.toEpochMilli());
    var bids = body.putArray("bids");
    var asks = body.putArray("asks");
    for (int level = 1; level <= Math.clamp(Integer.parseInt(limit), 1, MOST_LEVELS); level++) {
      var away = Market.TICK.multiply(BigDecimal.valueOf(level));
      var quantity = Amounts.text(market.get().step().multiply(BigDecimal.valueOf(100L * level)));
      bids.addArray().add(Amounts.text(price.subtract(away))).add(quantity);
      asks.addArray().add(Amounts.text(price.add(away))).add(quantity);
    }
    return Reply.ok(body);
  }

  private static ObjectNode price(Market market, Instant now) {
    return Json.object().put("symbol", market.name()).put("price", Amounts.text(market.price(now)));
  }

  private static Reply exchangeInfo(Instant now) {
    var body = Json.object().put("timezone", "UTC").put("serverTime", now.toEpochMilli());
    body.putArray("rateLimits");
    var symbols = body.putArray("symbols");
    for (var market : Market.values()) {
      var symbol =
          symbols
              .addObject()
              .put("symbol", market.name())
              .put("status", "TRADING")
              .put("baseAsset", market.base())
              .put("quoteAsset", Market.QUOTE)
              .put("isSpotTradingAllowed", true);
      symbol.putArray("orderTypes").add("LIMIT").add("MARKET");
      var filters = symbol.putArray("filters");
      filters
          .addObject()
          .put("filterType", "PRICE_FILTER")
          .put("tickSize", Amounts.text(Market.TICK));
      filters
          .addObject()
          .put("filterType", "LOT_SIZE")
          .put("minQty", Amounts.text(market.step()))
          .put("stepSize", Amounts.text(market.step()));
      filters
          .addObject()
          .put("filterType", "NOTIONAL")
          .put("minNotional", Amounts.text(Market.MIN_NOTIONAL));
    }
    return Reply.ok(body);
  }
}
