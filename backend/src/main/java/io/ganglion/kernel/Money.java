package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Currency;

/**
 * An amount in minor units (cents for USD); may be negative (a credit).
 *
 * @param currency ISO 4217 code
 */
public record Money(@JsonProperty("amount_minor") long amountMinor, String currency) {
  public Money {
    Currency.getInstance(currency); // refuses what ISO 4217 doesn't know
  }

  /**
   * @throws ArithmeticException when it would not fit, never wraps
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("%s and %s don't add".formatted(currency, other.currency));
    }
    return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
  }
}
