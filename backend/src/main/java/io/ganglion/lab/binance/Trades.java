package io.ganglion.lab.binance;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;

/** What an account traded: an order is filled whole, by one trade. Numbers grow with the time. */
final class Trades {
  private static final String TRADE = "trade";
  private static final int USUAL = 500;

  private Trades() {}

  /** Notes that an order was filled; the trade's number. */
  static long made(Scene scene, Order order) throws SQLException {
    long id = scene.number();
    var price = order.quote().divide(order.executed(), 8, RoundingMode.DOWN);
    var trade =
        Json.object()
            .put("symbol", order.market().name())
            .put("id", id)
            .put("orderId", Long.parseLong(order.id()))
            .put("orderListId", -1)
            .put("price", Amounts.text(price))
            .put("qty", Amounts.text(order.executed()))
            .put("quoteQty", Amounts.text(order.quote()))
            .put("commission", Amounts.text(BigDecimal.ZERO))
            .put("commissionAsset", order.buys() ? order.market().base() : Market.QUOTE)
            .put("time", scene.now().toEpochMilli())
            .put("isBuyer", order.buys())
            .put("isMaker", order.timeInForce().equals("GTC"))
            .put("isBestMatch", true);
    scene.objects().add(TRADE, Long.toString(id), trade);
    return id;
  }

  /** The newest, or those from a number on; oldest first. */
  static Reply list(Scene scene, Request request) throws SQLException {
    return Listing.of(scene, request, TRADE, "id", "fromId", USUAL);
  }
}
