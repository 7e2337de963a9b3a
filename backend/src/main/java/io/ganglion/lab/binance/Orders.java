package io.ganglion.lab.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.math.BigDecimal;
import java.sql.SQLException;

/** Takes new orders. */
final class Orders {
  static final String ORDER = "order";

  private Orders() {}

  static Reply test(Scene scene, Request request) throws SQLException {
    return switch (Ticket.read(scene, request.call().parameters(), "0")) {
      case Ticket.Refused(var reply) -> reply;
      case Ticket.Valid(var order) -> Reply.ok(Json.object());
    };
  }

  static Reply place(Scene scene, Request request) throws SQLException {
    var id = Long.toString(scene.number());
    return switch (Ticket.read(scene, request.call().parameters(), id)) {
      case Ticket.Refused(var reply) -> reply;
      case Ticket.Valid(var order) -> place(scene, request, order);
    };
  }

  private static Reply place(Scene scene, Request request, Order order) throws SQLException {
    if (OpenOrders.named(scene, order.clientId()).filter(Order::open).isPresent()) {
      return BinanceErrors.duplicateOrder(); // among open orders only: a filled one may be repeated
    }
    var price = scene.price(order.market().price(scene.now()));
    if (order.marketable(price)) {
      var filled = order.filled(price);
      trade(scene, filled);
      long trade = Trades.made(scene, filled);
      scene.objects().add(ORDER, filled.id(), filled.json());
      scene.journal("order.filled", filled.id(), filled.json());
      return Reply.ok(answer(request, filled, price, trade));
    }
    if (!order.timeInForce().equals("GTC")) {
      var expired = order.closed("EXPIRED");
      scene.objects().add(ORDER, expired.id(), expired.json());
      scene.journal("order.expired", expired.id(), expired.json());
      return Reply.ok(answer(request, expired, price, 0));
    }
    Balances.lock(scene, order.lockedAsset(), order.lockedAmount());
    scene.objects().add(ORDER, order.id(), order.json());
    scene.journal("order.accepted", order.id(), order.json());
    return Reply.ok(answer(request, order, price, 0));
  }

  /** Moves the money of a filled order out of what is free. */
  static void trade(Scene scene, Order filled) {
    var base = filled.market().base();
    if (filled.buys()) {
      Balances.add(scene, Market.QUOTE, filled.quote().negate());
      Balances.add(scene, base, filled.executed());
    } else {
      Balances.add(scene, base, filled.executed().negate());
      Balances.add(scene, Market.QUOTE, filled.quote());
    }
  }

  /** ACK, RESULT or FULL, as asked for; a market order's default is FULL. */
  private static ObjectNode answer(Request request, Order order, BigDecimal price, long trade) {
    var kind = request.call().parameters().getOrDefault("newOrderRespType", "FULL");
    var shown = order.json().put("transactTime", order.at().toEpochMilli());
    shown.remove("time");
    shown.remove("updateTime");
    shown.remove("isWorking");
    if (kind.equals("ACK")) {
      return shown.retain("symbol", "orderId", "orderListId", "clientOrderId", "transactTime");
    }
    shown.put("workingTime", order.at().toEpochMilli());
    if (kind.equals("FULL")) {
      var fills = shown.putArray("fills");
      if (order.executed().signum() > 0) {
        fills
            .addObject()
            .put("price", Amounts.text(price))
            .put("qty", Amounts.text(order.executed()))
            .put("commission", Amounts.text(BigDecimal.ZERO))
            .put("commissionAsset", order.buys() ? order.market().base() : Market.QUOTE)
            .put("tradeId", trade);
      }
    }
    return shown;
  }
}
