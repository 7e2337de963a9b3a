package io.ganglion.lab.kraken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.PriceWalk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A pair that is traded. */
enum Pair {
  XBTUSD("XXBTZUSD", "XXBT", 65_000, "0.0001"),
  ETHUSD("XETHZUSD", "XETH", 3_200, "0.001");

  static final String QUOTE = "ZUSD";
  static final BigDecimal LEAST_COST = new BigDecimal("0.5");

  private static final int PRICE_DIGITS = 1;
  private static final int VOLUME_DIGITS = 8;

  private final String longName;
  private final String base;
  private final double start;
  private final String least;

  Pair(String longName, String base, double start, String least) {
    this.longName = longName;
    this.base = base;
    this.start = start;
    this.least = least;
  }

  /** By its short name, its long one, or as people write it. */
  static Optional<Pair> of(String name) {
    return Arrays.stream(values())
        .filter(pair -> pair.name().equals(name.replace("/", "")) || pair.longName.equals(name))
        .findFirst();
  }

  String longName() {
    return longName;
  }

  String base() {
    return base;
  }

  BigDecimal least() {
    return new BigDecimal(least);
  }

  BigDecimal price(Instant at) {
    return new PriceWalk(name(), start, PRICE_DIGITS).at(at);
  }

  ObjectNode shown() {
    return Json.object()
        .put("altname", name())
        .put("wsname", base.substring(1) + "/USD")
        .put("base", base)
        .put("quote", QUOTE)
        .put("pair_decimals", PRICE_DIGITS)
        .put("lot_decimals", VOLUME_DIGITS)
        .put("ordermin", least)
        .put("costmin", LEAST_COST.toPlainString())
        .put("status", "online");
  }
}
