package io.ganglion.lab.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Wallet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/** What the body of a new order asks for, checked. */
sealed interface Ticket {
  /** A good order, its status new. */
  record Valid(Order order) implements Ticket {}

  record Refused(Reply reply) implements Ticket {}

  static Ticket read(Scene scene, JsonNode body, String id) {
    var asset = Asset.of(body.path("symbol").asText(""));
    if (asset.isEmpty()) {
      return new Refused(
          AlpacaErrors.invalid("asset \"%s\" not found".formatted(body.path("symbol").asText(""))));
    }
    var side = body.path("side").asText("");
    var type = body.path("type").asText("");
    if (!Set.of("buy", "sell").contains(side) || !Set.of("market", "limit").contains(type)) {
      return new Refused(AlpacaErrors.invalid("invalid side or type"));
    }
    var force = body.path("time_in_force").asText("");
    if (!Set.of("day", "gtc", "ioc", "fok", "opg", "cls").contains(force)
        || (asset.get().crypto() && !Set.of("gtc", "ioc").contains(force))) {
      return new Refused(AlpacaErrors.invalid("invalid time_in_force"));
    }
    var now = asset.get().price(scene.now());
    var price = type.equals("limit") ? amount(body, "limit_price") : Optional.of(BigDecimal.ZERO);
    var quantity =
        amount(body, "qty")
            .or(() -> amount(body, "notional").map(n -> n.divide(now, 9, RoundingMode.DOWN)));
    if (price.isEmpty() || quantity.isEmpty()) {
      return new Refused(
          AlpacaErrors.invalid(price.isEmpty() ? "limit_price is required" : "qty is required"));
    }
    if (!asset.get().fractionable() && quantity.get().stripTrailingZeros().scale() > 0) {
      return new Refused(AlpacaErrors.invalid("asset is not fractionable"));
    }
    var clientId = body.path("client_order_id").asText(id);
    var order =
        new Order(
            id,
            clientId,
            asset.get(),
            side.equals("buy"),
            force,
            price.get(),
            quantity.get(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Order.OPEN,
            scene.now().toString());
    return affordable(scene, order, order.market() ? now : order.price());
  }

  private static Ticket affordable(Scene scene, Order order, BigDecimal price) {
    var cost = price.multiply(order.quantity());
    if (cost.compareTo(BigDecimal.ONE) < 0) {
      return new Refused(AlpacaErrors.invalid("cost basis must be >= minimal amount of order 1"));
    }
    var needed = order.buys() ? cost : order.quantity();
    return Wallet.of(scene).free(order.lockedAsset()).compareTo(needed) < 0
        ? new Refused(
            AlpacaErrors.insufficient(order.buys() ? "buying power" : "qty available for order"))
        : new Valid(order);
  }

  private static Optional<BigDecimal> amount(JsonNode body, String name) {
    var text = body.path(name).asText("");
    return text.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")
        ? Optional.of(new BigDecimal(text)).filter(amount -> amount.signum() > 0)
        : Optional.empty();
  }
}
