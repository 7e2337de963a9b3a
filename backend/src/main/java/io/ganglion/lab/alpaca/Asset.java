package io.ganglion.lab.alpaca;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.PriceWalk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What is traded. */
enum Asset {
  AAPL("AAPL", 230, true),
  SPY("SPY", 600, true),
  BRK_A("BRK.A", 700_000, false),
  BTC("BTC/USD", 65_000, true);

  private static final int PRICE_DIGITS = 2;

  private final String symbol;
  private final double start;
  private final boolean fractionable;

  Asset(String symbol, double start, boolean fractionable) {
    this.symbol = symbol;
    this.start = start;
    this.fractionable = fractionable;
  }

  /** By its symbol; crypto's slash may be left out. */
  static Optional<Asset> of(String symbol) {
    return Arrays.stream(values())
        .filter(
            asset -> asset.symbol.equals(symbol) || asset.symbol.replace("/", "").equals(symbol))
        .findFirst();
  }

  String symbol() {
    return symbol;
  }

  boolean crypto() {
    return this == BTC;
  }

  boolean fractionable() {
    return fractionable;
  }

  BigDecimal price(Instant at) {
    return new PriceWalk(symbol, start, PRICE_DIGITS).at(at);
  }

  ObjectNode shown() {
    var shown =
        Json.object()
            .put("id", Json.sha256(symbol).substring(0, 32))
            .put("class", crypto() ? "crypto" : "us_equity")
            .put("exchange", crypto() ? "CRYPTO" : "NASDAQ")
            .put("symbol", symbol)
            .put("status", "active")
            .put("tradable", true)
            .put("fractionable", fractionable);
    return crypto() ? shown.put("min_order_size", "0.0001") : shown;
  }
}
