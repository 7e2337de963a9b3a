package io.ganglion.lab.binance;

import io.ganglion.lab.Reply;
import io.ganglion.lab.Scene;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the parameters of a new order ask for, checked by the market's filters. */
sealed interface Ticket {
  /** A good order, its status {@code NEW}. */
  record Valid(Order order) implements Ticket {}

  record Refused(Reply reply) implements Ticket {}

  static Ticket read(Scene scene, Map<String, String> parameters, String id) {
    for (var name : new String[] {"symbol", "side", "type"}) {
      if (parameters.getOrDefault(name, "").isEmpty()) {
        return new Refused(BinanceErrors.missing(name));
      }
    }
    var market = Market.of(parameters.getOrDefault("symbol", ""));
    if (market.isEmpty()) {
      return new Refused(BinanceErrors.badSymbol());
    }
    if (!Set.of("BUY", "SELL").contains(parameters.getOrDefault("side", ""))) {
      return new Refused(BinanceErrors.illegal("side"));
    }
    return switch (parameters.getOrDefault("type", "")) {
      case "MARKET" -> atMarket(scene, parameters, id, market.get());
      case "LIMIT" -> atLimit(scene, parameters, id, market.get());
      default -> new Refused(BinanceErrors.illegal("type"));
    };
  }

  private static Ticket atMarket(
      Scene scene, Map<String, String> parameters, String id, Market market) {
    var price = scene.price(market.price(scene.now()));
    var quantity = amount(parameters, "quantity");
    if (quantity.isEmpty()) {
      quantity =
          amount(parameters, "quoteOrderQty")
              .map(quote -> market.floor(quote.divide(price, 18, java.math.RoundingMode.DOWN)));
    }
    if (quantity.isEmpty()) {
      return new Refused(BinanceErrors.missing("quantity"));
    }
    return checked(scene, parameters, id, market, quantity.get(), BigDecimal.ZERO);
  }

  private static Ticket atLimit(
      Scene scene, Map<String, String> parameters, String id, Market market) {
    var price = amount(parameters, "price");
    var quantity = amount(parameters, "quantity");
    if (!parameters.containsKey("timeInForce")) {
      return new Refused(BinanceErrors.missing("timeInForce"));
    }
    if (price.isEmpty() || quantity.isEmpty()) {
      return new Refused(BinanceErrors.missing(price.isEmpty() ? "price" : "quantity"));
    }
    if (price.get().remainder(Market.TICK).signum() != 0) {
      return new Refused(BinanceErrors.filter("PRICE_FILTER"));
    }
    return checked(scene, parameters, id, market, quantity.get(), price.get());
  }

  private static Ticket checked(
      Scene scene,
      Map<String, String> parameters,
      String id,
      Market market,
      BigDecimal quantity,
      BigDecimal price) {
    if (quantity.signum() == 0 || !market.onStep(quantity)) {
      return new Refused(BinanceErrors.filter("LOT_SIZE"));
    }
    var paid = price.signum() == 0 ? scene.price(market.price(scene.now())) : price;
    if (paid.multiply(quantity).compareTo(Market.MIN_NOTIONAL) < 0) {
      return new Refused(BinanceErrors.filter("NOTIONAL"));
    }
    var clientId = parameters.getOrDefault("newClientOrderId", "lab" + id);
    if (!clientId.matches("[.A-Z:/a-z0-9_-]{1,36}")) {
      return new Refused(BinanceErrors.illegal("newClientOrderId"));
    }
    var order =
        new Order(
            id,
            clientId,
            market,
            "BUY".equals(parameters.get("side")),
            parameters.getOrDefault("type", ""),
            parameters.getOrDefault("timeInForce", "GTC"),
            price,
            quantity,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Order.NEW,
            scene.now());
    var needed = order.buys() ? paid.multiply(quantity) : quantity;
    return Balances.free(scene, order.lockedAsset()).compareTo(needed) < 0
        ? new Refused(BinanceErrors.insufficientBalance())
        : new Valid(order);
  }

  private static Optional<BigDecimal> amount(Map<String, String> parameters, String name) {
    return Amounts.read(parameters.getOrDefault(name, ""));
  }
}
