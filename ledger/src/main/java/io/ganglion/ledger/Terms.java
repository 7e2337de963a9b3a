package io.ganglion.ledger;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a plan as they were agreed. They stay with who agreed them, whatever the price list
 * says later.
 *
 * @param plan its name
 * @param prices version of the price list
 * @param feeMinor for each interval, in minor units
 * @param currency ISO 4217
 * @param burstMinor for a CU-hour above capacity
 * @param trialEnds no fee is due before; null without a trial
 */
public record Terms(
    String plan,
    String prices,
    Interval interval,
    long feeMinor,
    String currency,
    long burstMinor,
    @Nullable Instant trialEnds) {
  public Terms {
    Currency.getInstance(currency); // refuses what ISO 4217 doesn't know
  }

  /**
   * How often the fee is due. A month's is prorated by its seconds, a year's is due at its start.
   */
  public enum Interval {
    MONTH,
    YEAR
  }
}
