package io.ganglion.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Tax on an invoice.
 *
 * @param name as the invoice calls it
 * @param basisPoints hundredths of a percent; 0: none
 */
public record Tax(String name, int basisPoints, long amountMinor) {
  private static final int WHOLE = 10_000;

  /** On a net amount, rounded to the even minor unit where it lies in the middle. */
  static Tax on(long netMinor, String name, int basisPoints) {
    long amount =
        BigDecimal.valueOf(netMinor)
            .multiply(BigDecimal.valueOf(basisPoints))
            .divide(BigDecimal.valueOf(WHOLE), 0, RoundingMode.HALF_EVEN)
            .longValueExact();
    return new Tax(name, basisPoints, amount);
  }
}
