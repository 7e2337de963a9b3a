package io.ganglion.lab.kraken;

import io.ganglion.lab.Reply;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Wallet;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the parameters of a new order ask for, checked. */
sealed interface Ticket {
  /** A good order, its status open. */
  record Valid(Order order) implements Ticket {}

  record Refused(Reply reply) implements Ticket {}

  static Ticket read(Scene scene, Map<String, String> parameters) {
    var pair = Pair.of(parameters.getOrDefault("pair", ""));
    if (pair.isEmpty()) {
      return refused("EQuery:Unknown asset pair");
    }
    var side = parameters.getOrDefault("type", "");
    var type = parameters.getOrDefault("ordertype", "");
    if (!Set.of("buy", "sell").contains(side) || !Set.of("market", "limit").contains(type)) {
      return refused("EGeneral:Invalid arguments");
    }
    var volume = amount(parameters, "volume");
    var price = type.equals("limit") ? amount(parameters, "price") : Optional.of(BigDecimal.ZERO);
    if (volume.isEmpty() || price.isEmpty()) {
      return refused("EGeneral:Invalid arguments:" + (volume.isEmpty() ? "volume" : "price"));
    }
    if (late(scene, parameters.getOrDefault("deadline", ""))) {
      return refused("EService:Deadline elapsed");
    }
    var clientId = parameters.getOrDefault("cl_ord_id", "");
    if (!clientId.matches("[A-Za-z0-9-]{0,36}")) {
      return refused("EGeneral:Invalid arguments:cl_ord_id");
    }
    var order =
        new Order(
            clientId,
            pair.get(),
            side.equals("buy"),
            price.get(),
            volume.get(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Order.OPEN,
            scene.now().toEpochMilli() / 1000.0);
    return affordable(scene, order);
  }

  private static Ticket affordable(Scene scene, Order order) {
    if (order.volume().compareTo(order.pair().least()) < 0) {
      return refused("EOrder:Order minimum not met");
    }
    var price = order.market() ? order.pair().price(scene.now()) : order.price();
    var cost = price.multiply(order.volume());
    if (cost.compareTo(Pair.LEAST_COST) < 0) {
      return refused("EOrder:Cost minimum not met");
    }
    var needed = order.buys() ? cost : order.volume();
    return Wallet.of(scene).free(order.lockedAsset()).compareTo(needed) < 0
        ? refused("EOrder:Insufficient funds")
        : new Valid(order);
  }

  private static boolean late(Scene scene, String deadline) {
    try {
      return !deadline.isEmpty() && Instant.parse(deadline).isBefore(scene.now());
    } catch (DateTimeException e) {
      return true;
    }
  }

  private static Optional<BigDecimal> amount(Map<String, String> parameters, String name) {
    var text = parameters.getOrDefault(name, "");
    return text.matches("[0-9]{1,20}(\\.[0-9]{1,18})?")
        ? Optional.of(new BigDecimal(text)).filter(amount -> amount.signum() > 0)
        : Optional.empty();
  }

  private static Ticket refused(String error) {
    return new Refused(KrakenErrors.error(error));
  }
}
