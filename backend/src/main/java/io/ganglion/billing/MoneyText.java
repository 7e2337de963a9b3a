package io.ganglion.billing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Amounts as people read them. */
final class MoneyText {
  private MoneyText() {}

  /** {@code 1,234.50 EUR}. */
  static String of(long minor, String currency) {
    return amount(minor, currency) + " " + currency;
  }

  /** {@code 1,234.50}. */
  static String amount(long minor, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return String.format(Locale.ROOT, "%,." + digits + "f", BigDecimal.valueOf(minor, digits));
  }

  /** {@code 1234.50}: for programs that compute with it. */
  static String plain(long minor, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return BigDecimal.valueOf(minor, digits).toPlainString();
  }
}
