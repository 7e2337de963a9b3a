package io.ganglion.lab.alpaca;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Wallet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The account, what it holds, and the market's quotes. */
final class Portfolio {
  private static final BigDecimal SPREAD = new BigDecimal("0.01");

  private Portfolio() {}

  static Reply account(Scene scene, Request request) {
    var wallet = Wallet.of(scene);
    var equity = wallet.all(Order.CASH);
    for (var asset : Asset.values()) {
      equity = equity.add(wallet.all(asset.symbol()).multiply(asset.price(scene.now())));
    }
    return Reply.ok(
        Json.object()
            .put("id", scene.account())
            .put("account_number", "PA" + scene.account().substring(scene.account().length() - 6))
            .put("status", "ACTIVE")
            .put("currency", "USD")
            .put("cash", money(wallet.all(Order.CASH)))
            .put("buying_power", money(wallet.free(Order.CASH)))
            .put("equity", money(equity))
            .put("portfolio_value", money(equity))
            .put("trading_blocked", false)
            .put("account_blocked", false));
  }

  static Reply positions(Scene scene, Request request) {
    var list = Json.mapper().createArrayNode();
    for (var asset : Asset.values()) {
      if (Wallet.of(scene).all(asset.symbol()).signum() > 0) {
        list.add(shown(scene, asset));
      }
    }
    return Reply.ok(list);
  }

  static Reply position(Scene scene, Request request) {
    var symbol = URLDecoder.decode(request.name(), StandardCharsets.UTF_8);
    return Asset.of(symbol)
        .filter(asset -> Wallet.of(scene).all(asset.symbol()).signum() > 0)
        .map(asset -> Reply.ok(shown(scene, asset)))
        .orElseGet(AlpacaErrors::noPosition);
  }

  static Reply asset(Scene scene, Request request) {
    var symbol = URLDecoder.decode(request.name(), StandardCharsets.UTF_8);
    return Asset.of(symbol)
        .map(asset -> Reply.ok(asset.shown()))
        .orElseGet(() -> AlpacaErrors.noAsset(symbol));
  }

  /** The laboratory's market never closes. */
  static Reply clock(Scene scene, Request request) {
    return Reply.ok(
        Json.object()
            .put("timestamp", scene.now().toString())
            .put("is_open", true)
            .put("next_open", scene.now().plus(Duration.ofDays(1)).toString())
            .put("next_close", scene.now().plus(Duration.ofHours(8)).toString()));
  }

  static Reply stockQuote(Scene scene, Request request) {
    return Asset.of(request.name())
        .map(
            asset ->
                Reply.ok(
                    Json.object()
                        .put("symbol", asset.symbol())
                        .<ObjectNode>set("quote", quote(scene, asset))))
        .orElseGet(() -> AlpacaErrors.noAsset(request.name()));
  }

  static Reply cryptoQuotes(Scene scene, Request request) {
    var quotes = Json.object();
    for (var symbol : request.call().parameters().getOrDefault("symbols", "").split(",")) {
      Asset.of(symbol).ifPresent(asset -> quotes.set(symbol, quote(scene, asset)));
    }
    return Reply.ok(Json.object().set("quotes", quotes));
  }

  private static ObjectNode quote(Scene scene, Asset asset) {
    var price = asset.price(scene.now());
    return Json.object()
        .put("ap", price.add(SPREAD))
        .put("as", 1)
        .put("bp", price.subtract(SPREAD))
        .put("bs", 1)
        .put("t", scene.now().toString());
  }

  private static ObjectNode shown(Scene scene, Asset asset) {
    var quantity = Wallet.of(scene).all(asset.symbol());
    var price = asset.price(scene.now());
    return Json.object()
        .put("symbol", asset.symbol().replace("/", ""))
        .put("qty", quantity.stripTrailingZeros().toPlainString())
        .put("side", "long")
        .put("avg_entry_price", price.toPlainString())
        .put("market_value", money(price.multiply(quantity)))
        .put("unrealized_pl", "0");
  }

  private static String money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.DOWN).toPlainString();
  }
}
