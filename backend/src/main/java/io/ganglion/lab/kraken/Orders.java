package io.ganglion.lab.kraken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Wallet;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes, fills, cancels and shows orders. */
final class Orders {
  private static final String ORDER = "order";
  private static final int MAX_OPEN = 500;

  /** Kraken shows closed orders in pages of so many. */
  private static final int PAGE = 50;

  private Orders() {}

  static Reply add(Scene scene, Request request) throws SQLException {
    var parameters = request.call().parameters();
    return switch (Ticket.read(scene, parameters)) {
      case Ticket.Refused(var reply) -> reply;
      case Ticket.Valid(var order) when parameters.getOrDefault("validate", "").equals("true") ->
          KrakenErrors.ok(described(order));
      case Ticket.Valid(var order) -> place(scene, parameters, order);
    };
  }

  private static Reply place(Scene scene, Map<String, String> parameters, Order order)
      throws SQLException {
    if (!order.clientId().isEmpty() && !open(scene, order.clientId()).isEmpty()) {
      return KrakenErrors.error("EGeneral:Invalid arguments:cl_ord_id is in use");
    }
    var price = order.pair().price(scene.now());
    boolean marketable = order.marketable(price);
    if (marketable && parameters.getOrDefault("oflags", "").contains("post")) {
      return KrakenErrors.error("EOrder:Post only order");
    }
    var number = scene.number();
    var id = "OLAB%02d-%05d-KRAKEN".formatted(number / 100_000 % 100, number % 100_000);
    var taken = order;
    if (marketable) {
      taken = order.filled(price);
      trade(scene, taken);
    } else if (parameters.getOrDefault("timeinforce", "GTC").equals("IOC")) {
      taken = order.ended("canceled");
    } else {
      Wallet.of(scene).lock(order.lockedAsset(), order.lockedAmount());
    }
    scene.objects().add(ORDER, id, taken.json());
    scene.journal(
        "order." + (taken.status().equals("open") ? "accepted" : taken.status()), id, taken.json());
    var result = described(order);
    result.putArray("txid").add(id);
    return KrakenErrors.ok(result);
  }

  /** Fills open orders whose limit the market has reached; looked at whenever the account calls. */
  static void match(Scene scene) throws SQLException {
    for (var thing : scene.objects().listWith(ORDER, "status", Order.OPEN, MAX_OPEN)) {
      var order = Order.of(thing.body());
      if (order.marketable(order.pair().price(scene.now()))) {
        Wallet.of(scene).lock(order.lockedAsset(), order.lockedAmount().negate());
        var filled = order.filled(order.price()); // a resting order trades at its own limit
        trade(scene, filled);
        scene.objects().change(ORDER, thing.id(), filled.json());
        scene.journal("order.closed", thing.id(), filled.json());
      }
    }
  }

  static Reply cancel(Scene scene, Request request) throws SQLException {
    var parameters = request.call().parameters();
    var txid = parameters.getOrDefault("txid", "");
    var found = new ArrayList<Thing>();
    if (txid.isEmpty()) {
      found.addAll(open(scene, parameters.getOrDefault("cl_ord_id", "")));
    } else {
      scene.objects().find(ORDER, txid).filter(Orders::isOpen).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      return KrakenErrors.error("EOrder:Unknown order");
    }
    for (var thing : found) {
      cancel(scene, thing);
    }
    return KrakenErrors.ok(Json.object().put("count", found.size()).put("pending", false));
  }

  static void cancelAll(Scene scene) throws SQLException {
    for (var thing : scene.objects().listWith(ORDER, "status", Order.OPEN, MAX_OPEN)) {
      cancel(scene, thing);
    }
  }

  static Reply openOrders(Scene scene, Request request) throws SQLException {
    var clientId = request.call().parameters().getOrDefault("cl_ord_id", "");
    var open = Json.object();
    for (var thing : scene.objects().listWith(ORDER, "status", Order.OPEN, MAX_OPEN)) {
      if (thing.visible() && wanted(thing, clientId)) {
        open.set(thing.id(), thing.body());
      }
    }
    return KrakenErrors.ok(Json.object().set("open", open));
  }

  static Reply closedOrders(Scene scene, Request request) throws SQLException {
    var clientId = request.call().parameters().getOrDefault("cl_ord_id", "");
    var all =
        clientId.isEmpty()
            ? scene.objects().list(ORDER, Range.newest(PAGE))
            : scene.objects().listWith(ORDER, "cl_ord_id", clientId, PAGE);
    var closed = Json.object();
    for (var thing : all) {
      if (thing.visible() && !isOpen(thing)) {
        closed.set(thing.id(), thing.body());
      }
    }
    return KrakenErrors.ok(
        Json.object().put("count", closed.size()).<ObjectNode>set("closed", closed));
  }

  static Reply query(Scene scene, Request request) throws SQLException {
    var result = Json.object();
    for (var txid : request.call().parameters().getOrDefault("txid", "").split(",")) {
      scene
          .objects()
          .find(ORDER, txid)
          .filter(Thing::visible)
          .ifPresent(thing -> result.set(thing.id(), thing.body()));
    }
    return result.isEmpty() ? KrakenErrors.error("EOrder:Invalid order") : KrakenErrors.ok(result);
  }

  private static void cancel(Scene scene, Thing thing) throws SQLException {
    var order = Order.of(thing.body());
    Wallet.of(scene).lock(order.lockedAsset(), order.lockedAmount().negate());
    var cancelled = order.ended("canceled");
    scene.objects().change(ORDER, thing.id(), cancelled.json());
    scene.journal("order.canceled", thing.id(), cancelled.json());
  }

  /** Moves the money of a filled order. */
  private static void trade(Scene scene, Order filled) {
    var wallet = Wallet.of(scene);
    var sign = filled.buys() ? BigDecimal.ONE : BigDecimal.ONE.negate();
    wallet.add(filled.pair().base(), filled.executed().multiply(sign));
    wallet.add(Pair.QUOTE, filled.cost().multiply(sign).negate());
  }

  private static List<Thing> open(Scene scene, String clientId) throws SQLException {
    return clientId.isEmpty()
        ? List.of()
        : scene.objects().listWith(ORDER, "cl_ord_id", clientId, PAGE).stream()
            .filter(Orders::isOpen)
            .toList();
  }

  private static boolean isOpen(Thing thing) {
    return thing.body().path("status").asText().equals(Order.OPEN);
  }

  private static boolean wanted(Thing thing, String clientId) {
    return clientId.isEmpty() || thing.body().path("cl_ord_id").asText().equals(clientId);
  }

  private static ObjectNode described(Order order) {
    var result = Json.object();
    result.putObject("descr").put("order", order.description());
    return result;
  }
}
