package io.ganglion.lab;

import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A price at any time: a seeded walk, the same for everybody.
 *
 * @param name seeds it
 * @param start what it stays around
 * @param scale digits behind the point
 */
public record PriceWalk(String name, double start, int scale) {
  /** Periods of the walk's waves in seconds, and how far each moves the price. */
  private static final long[] PERIODS = {5, 60, 900, 14_400};

  private static final double[] SWINGS = {0.0002, 0.001, 0.005, 0.02};

  public BigDecimal at(Instant time) {
    double move = 0;
    for (int i = 0; i < PERIODS.length; i++) {
      move += SWINGS[i] * wave(PERIODS[i], time);
    }
    return BigDecimal.valueOf(start * (1 + move)).setScale(scale, RoundingMode.HALF_UP);
  }

  /** Goes straight from one seeded point to the next, between -1 and 1. */
  private double wave(long period, Instant at) {
    long point = Math.floorDiv(at.getEpochSecond(), period);
    double way =
        (Math.floorMod(at.getEpochSecond(), period) + at.getNano() / 1e9) / (double) period;
    return point(period, point) * (1 - way) + point(period, point + 1) * way;
  }

  private double point(long period, long number) {
    var hash = Json.sha256("%s|%d|%d".formatted(name, period, number)).substring(0, 13);
    return 2 * (HexFormat.fromHexDigitsToLong(hash) * 0x1.0p-52) - 1;
  }
}
