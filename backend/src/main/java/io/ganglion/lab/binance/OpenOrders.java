package io.ganglion.lab.binance;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.Optional;

/** Reads and cancels orders. */
final class OpenOrders {
  private static final int MAX_OPEN = 500;
  private static final int USUAL = 500;

  private OpenOrders() {}

  static Reply read(Scene scene, Request request) throws SQLException {
    return find(scene, request)
        .filter(Thing::visible)
        .map(order -> Reply.ok(order.body()))
        .orElseGet(BinanceErrors::noSuchOrder);
  }

  /** Of a symbol, or of all of them. */
  static Reply list(Scene scene, Request request) throws SQLException {
    var symbol = request.call().parameters().getOrDefault("symbol", "");
    var orders = Json.mapper().createArrayNode();
    var open = scene.objects().listWith(Orders.ORDER, "status", Order.NEW, MAX_OPEN);
    for (var thing : open) {
      boolean asked = symbol.isEmpty() || thing.body().path("symbol").asText().equals(symbol);
      if (thing.visible() && asked) {
        orders.add(thing.body());
      }
    }
    return Reply.ok(orders);
  }

  /** Orders of a symbol, whatever became of them. */
  static Reply all(Scene scene, Request request) throws SQLException {
    return Listing.of(scene, request, Orders.ORDER, "orderId", "orderId", USUAL);
  }

  static Reply cancel(Scene scene, Request request) throws SQLException {
    var found = find(scene, request).map(thing -> Order.of(thing.body())).filter(Order::open);
    if (found.isEmpty()) {
      return BinanceErrors.unknownToCancel();
    }
    var order = found.get();
    var cancelled = order.closed("CANCELED");
    Balances.lock(scene, order.lockedAsset(), order.lockedAmount().negate());
    scene.objects().change(Orders.ORDER, order.id(), cancelled.json());
    scene.journal("order.cancelled", order.id(), cancelled.json());
    var body = cancelled.json().put("origClientOrderId", order.clientId());
    body.put("clientOrderId", "cancel" + scene.number());
    return Reply.ok(body.put("transactTime", scene.now().toEpochMilli()));
  }

  /** The newest with this client order id: closed ones may share it. */
  static Optional<Order> named(Scene scene, String clientId) throws SQLException {
    return scene
        .objects()
        .newestWith(Orders.ORDER, "clientOrderId", clientId)
        .map(thing -> Order.of(thing.body()));
  }

  private static Optional<Thing> find(Scene scene, Request request) throws SQLException {
    var parameters = request.call().parameters();
    var id = parameters.getOrDefault("orderId", "");
    var found =
        id.isEmpty()
            ? scene
                .objects()
                .newestWith(
                    Orders.ORDER, "clientOrderId", parameters.getOrDefault("origClientOrderId", ""))
            : scene.objects().find(Orders.ORDER, id);
    var symbol = parameters.getOrDefault("symbol", "");
    return found.filter(thing -> thing.body().path("symbol").asText().equals(symbol));
  }
}
