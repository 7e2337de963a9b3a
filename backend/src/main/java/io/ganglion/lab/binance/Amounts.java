package io.ganglion.lab.binance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts as Binance writes them: eight decimals. */
final class Amounts {
  private static final int SCALE = 8;
  private static final Pattern SHAPE = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,18})?");

  private Amounts() {}

  static String text(BigDecimal amount) {
    return amount.setScale(SCALE, RoundingMode.DOWN).toPlainString();
  }

  /** Empty for what is no positive amount. */
  static Optional<BigDecimal> read(String text) {
    return SHAPE.matcher(text).matches()
        ? Optional.of(new BigDecimal(text)).filter(amount -> amount.signum() > 0)
        : Optional.empty();
  }
}
