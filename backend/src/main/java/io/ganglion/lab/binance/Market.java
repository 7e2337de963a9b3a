package io.ganglion.lab.binance;

import io.ganglion.lab.PriceWalk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A pair that is traded, and its price at any time: a seeded walk, the same for everybody. */
enum Market {
  BTCUSDT("BTC", 65_000, "0.00001"),
  ETHUSDT("ETH", 3_200, "0.0001"),
  BNBUSDT("BNB", 600, "0.001");

  static final String QUOTE = "USDT";
  static final BigDecimal TICK = new BigDecimal("0.01");
  static final BigDecimal MIN_NOTIONAL = new BigDecimal("5");

  private final String base;
  private final long start;
  private final BigDecimal step;

  Market(String base, long start, String step) {
    this.base = base;
    this.start = start;
    this.step = new BigDecimal(step);
  }

  static Optional<Market> of(String symbol) {
    return Arrays.stream(values()).filter(market -> market.name().equals(symbol)).findFirst();
  }

  String base() {
    return base;
  }

  /** Smallest quantity that can be traded, and the step above it. */
  BigDecimal step() {
    return step;
  }

  BigDecimal price(Instant at) {
    return new PriceWalk(name(), start, TICK.scale()).at(at);
  }

  BigDecimal floor(BigDecimal quantity) {
    return quantity.divideToIntegralValue(step).multiply(step);
  }

  boolean onStep(BigDecimal quantity) {
    return quantity.remainder(step).signum() == 0;
  }
}
