package io.ganglion.lab.binance;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;

/** What an account traded: an order is filled whole, by one trade of its number. */
final class Trades {
  private static final int USUAL = 500;
  private static final int MOST = 1_000;

  private Trades() {}

  static Reply list(Scene scene, Request request) throws SQLException {
    var parameters = request.call().parameters();
    var market = Market.of(parameters.getOrDefault("symbol", ""));
    if (market.isEmpty()) {
      return BinanceErrors.badSymbol();
    }
    int limit;
    try {
      limit = Integer.parseInt(parameters.getOrDefault("limit", Integer.toString(USUAL)));
    } catch (NumberFormatException e) {
      return BinanceErrors.illegal("limit");
    }
    var trades = Json.mapper().createArrayNode();
    var filled = scene.objects().listWith(Orders.ORDER, "status", "FILLED", MOST);
    for (var thing : filled) {
      var order = Order.of(thing.body());
      if (thing.visible()
          && order.market() == market.get()
          && trades.size() < Math.clamp(limit, 1, MOST)) {
        trades
            .addObject()
            .put("symbol", order.market().name())
            .put("id", Long.parseLong(order.id()))
            .put("orderId", Long.parseLong(order.id()))
            .put(
                "price", Amounts.text(order.quote().divide(order.executed(), 8, RoundingMode.DOWN)))
            .put("qty", Amounts.text(order.executed()))
            .put("quoteQty", Amounts.text(order.quote()))
            .put("commission", Amounts.text(BigDecimal.ZERO))
            .put("commissionAsset", order.buys() ? order.market().base() : Market.QUOTE)
            .put("time", order.at().toEpochMilli())
            .put("isBuyer", order.buys());
      }
    }
    return Reply.ok(trades);
  }
}
