package io.ganglion.billing;

import io.ganglion.ledger.Terms;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant agreed to.
 *
 * @param terms as they were agreed, whatever the price list says by now
 * @param burstOffered whether burst can be turned on
 * @param trialUsed a tenant has one trial
 * @param balanceMinor not above zero: what the next invoice draws
 * @param agreedAt when terms or allowance last changed; before that, when the tenant was made
 * @param version 0 while the tenant never chose
 */
public record Subscription(
    Terms terms,
    boolean burstOffered,
    Allowance allowance,
    boolean trialUsed,
    Alert alert,
    long balanceMinor,
    Customer customer,
    Instant agreedAt,
    long version) {
  /**
   * What was told last of burst and its cap.
   *
   * @param month null: nothing yet
   * @param percent 0, 50, 80 or 100
   */
  public record Alert(@Nullable YearMonth month, int percent) {
    static final Alert NONE = new Alert(null, 0);

    /** What was told in that month. */
    int in(YearMonth now) {
      return now.equals(month) ? percent : 0;
    }
  }

  /**
   * Of a tenant that never chose.
   *
   * @param since when it was made
   */
  static Subscription free(PriceList prices, Instant since) {
    var offer =
        prices
            .free()
            .offer(prices.version(), prices.currency(), Terms.Interval.MONTH, null)
            .orElseThrow();
    var allowance = new Allowance(offer.k(), false, null);
    return new Subscription(
        offer.terms(), offer.burst(), allowance, false, Alert.NONE, 0, Customer.UNKNOWN, since, 0);
  }

  boolean agreesWith(Subscription other) {
    return terms.equals(other.terms) && allowance.equals(other.allowance);
  }

  /**
   * What admission goes by.
   *
   * @param most whatever is paid
   */
  int ceiling(YearMonth now, int most) {
    int k = allowance.k();
    return allowance.burst() && alert.in(now) < 100 ? Math.max(k, most) : k;
  }

  /** The same tenant with something else agreed. */
  Subscription agreed(Terms other, boolean offersBurst, Allowance allowed, Instant at) {
    boolean tried = trialUsed || other.trialEnds() != null;
    return new Subscription(
        other, offersBurst, allowed, tried, alert, balanceMinor, customer, at, version);
  }

  Subscription with(Customer other) {
    return new Subscription(
        terms, burstOffered, allowance, trialUsed, alert, balanceMinor, other, agreedAt, version);
  }
}
