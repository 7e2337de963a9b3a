package io.ganglion.lab.binance;

import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A pair that is traded, and its price at any time: a seeded walk, the same for everybody. */
enum Market {
  BTCUSDT("BTC", 65_000, "0.00001"),
  ETHUSDT("ETH", 3_200, "0.0001"),
  BNBUSDT("BNB", 600, "0.001");

  static final String QUOTE = "USDT";
  static final BigDecimal TICK = new BigDecimal("0.01");
  static final BigDecimal MIN_NOTIONAL = new BigDecimal("5");

  /** Periods of the walk's waves in seconds, and how far each moves the price. */
  private static final long[] PERIODS = {5, 60, 900, 14_400};

  private static final double[] SWINGS = {0.0002, 0.001, 0.005, 0.02};

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
    double move = 0;
    for (int i = 0; i < PERIODS.length; i++) {
      move += SWINGS[i] * wave(PERIODS[i], at);
    }
    return BigDecimal.valueOf(start * (1 + move)).setScale(TICK.scale(), RoundingMode.HALF_UP);
  }

  BigDecimal floor(BigDecimal quantity) {
    return quantity.divideToIntegralValue(step).multiply(step);
  }

  boolean onStep(BigDecimal quantity) {
    return quantity.remainder(step).signum() == 0;
  }

  /** Goes straight from one seeded point to the next, between -1 and 1. */
  private double wave(long period, Instant at) {
    long point = Math.floorDiv(at.getEpochSecond(), period);
    double way =
        (Math.floorMod(at.getEpochSecond(), period) + at.getNano() / 1e9) / (double) period;
    return point(period, point) * (1 - way) + point(period, point + 1) * way;
  }

  private double point(long period, long number) {
    var hash = Json.sha256("%s|%d|%d".formatted(name(), period, number)).substring(0, 13);
    return 2 * (HexFormat.fromHexDigitsToLong(hash) * 0x1.0p-52) - 1;
  }
}
