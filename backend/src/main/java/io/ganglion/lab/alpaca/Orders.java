package io.ganglion.lab.alpaca;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Wallet;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;

/** Takes, fills, cancels and shows orders. */
final class Orders {
  private static final String ORDER = "order";
  private static final int MAX_OPEN = 500;

  private Orders() {}

  static Reply place(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var hash = Json.sha256("order" + scene.number());
    var id =
        "%s-%s-4%s-8%s-%s"
            .formatted(
                hash.substring(0, 8),
                hash.substring(8, 12),
                hash.substring(12, 15),
                hash.substring(15, 18),
                hash.substring(18, 30));
    return switch (Ticket.read(scene, body, id)) {
      case Ticket.Refused(var reply) -> reply;
      case Ticket.Valid(var order) -> place(scene, order);
    };
  }

  private static Reply place(Scene scene, Order order) throws SQLException {
    if (scene.objects().newestWith(ORDER, "client_order_id", order.clientId()).isPresent()) {
      return AlpacaErrors.taken();
    }
    var price = order.asset().price(scene.now());
    var taken = order;
    if (order.marketable(price)) {
      taken = order.filledAt(price);
      trade(scene, taken);
    } else if (order.timeInForce().equals("ioc") || order.timeInForce().equals("fok")) {
      taken = order.ended("canceled");
    } else {
      Wallet.of(scene).lock(order.lockedAsset(), order.lockedAmount());
    }
    scene.objects().add(ORDER, order.id(), taken.json());
    scene.journal("order." + taken.status(), order.id(), taken.json());
    return Reply.ok(taken.json());
  }

  /** Fills open orders whose limit the market has reached; looked at whenever the account calls. */
  static void match(Scene scene) throws SQLException {
    for (var thing : scene.objects().listWith(ORDER, "status", Order.OPEN, MAX_OPEN)) {
      var order = Order.of(thing.body());
      if (order.marketable(order.asset().price(scene.now()))) {
        Wallet.of(scene).lock(order.lockedAsset(), order.lockedAmount().negate());
        var filled = order.filledAt(order.price()); // a resting order trades at its own limit
        trade(scene, filled);
        scene.objects().change(ORDER, thing.id(), filled.json());
        scene.journal("order.filled", thing.id(), filled.json());
      }
    }
  }

  static Reply cancel(Scene scene, Request request) throws SQLException {
    var found = scene.objects().find(ORDER, request.name());
    if (found.isEmpty()) {
      return AlpacaErrors.noOrder(request.name());
    }
    var order = Order.of(found.get().body());
    if (!order.status().equals(Order.OPEN)) {
      return AlpacaErrors.invalid("order is already in \"%s\" state".formatted(order.status()));
    }
    Wallet.of(scene).lock(order.lockedAsset(), order.lockedAmount().negate());
    var cancelled = order.ended("canceled");
    scene.objects().change(ORDER, order.id(), cancelled.json());
    scene.journal("order.canceled", order.id(), cancelled.json());
    return Reply.of(204, Json.object());
  }

  static Reply read(Scene scene, Request request) throws SQLException {
    return shown(scene.objects().find(ORDER, request.name()), request.name());
  }

  static Reply byClientId(Scene scene, Request request) throws SQLException {
    var clientId = request.call().parameters().getOrDefault("client_order_id", "");
    return shown(scene.objects().newestWith(ORDER, "client_order_id", clientId), clientId);
  }

  static Reply list(Scene scene, Request request) throws SQLException {
    var parameters = request.call().parameters();
    var status = parameters.getOrDefault("status", "open");
    var limit = parameters.getOrDefault("limit", "50");
    if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) > MAX_OPEN) {
      return AlpacaErrors.invalid("invalid limit");
    }
    var list = Json.mapper().createArrayNode();
    for (var thing : scene.objects().list(ORDER, Range.newest(MAX_OPEN))) {
      boolean open = thing.body().path("status").asText().equals(Order.OPEN);
      boolean wanted = status.equals("all") || status.equals("open") == open;
      if (thing.visible() && wanted && list.size() < Integer.parseInt(limit)) {
        list.add(thing.body());
      }
    }
    return Reply.ok(list);
  }

  private static Reply shown(Optional<Thing> order, String name) {
    return order
        .filter(Thing::visible)
        .map(thing -> Reply.ok(thing.body()))
        .orElseGet(() -> AlpacaErrors.noOrder(name));
  }

  /** Moves the money of a filled order, and tells of it. */
  private static void trade(Scene scene, Order order) throws SQLException {
    var wallet = Wallet.of(scene);
    var sign = order.buys() ? BigDecimal.ONE : BigDecimal.ONE.negate();
    wallet.add(order.asset().symbol(), order.filled().multiply(sign));
    wallet.add(Order.CASH, order.filled().multiply(order.filledPrice()).multiply(sign).negate());
    Activities.filled(scene, order);
  }
}
