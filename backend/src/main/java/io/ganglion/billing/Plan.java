package io.ganglion.billing;

import io.ganglion.ledger.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan as the price list offers it; amounts in minor units.
 *
 * @param title for people
 * @param k billable weight at one instant; null where it is agreed by hand
 * @param monthMinor a month's fee; null as above
 * @param yearMinor a year's fee; null as above
 * @param burstMinor for a CU-hour above K; null where burst is not offered
 * @param trialDays how long a tenant's first paid plan costs nothing
 * @param historyDays how long runs are kept that ended, at least {@value #LEAST_HISTORY_DAYS};
 *     null: as long as their tenant
 */
public record Plan(
    String name,
    String title,
    @Nullable Integer k,
    @Nullable Long monthMinor,
    @Nullable Long yearMinor,
    @Nullable Long burstMinor,
    int trialDays,
    @Nullable Integer historyDays) {
  /** What a tenant is on that never chose. */
  public static final String FREE = "free";

  /** What is agreed by hand alone. */
  public static final String ENTERPRISE = "enterprise";

  /** Nobody's runs go before, whatever a price list says. */
  public static final int LEAST_HISTORY_DAYS = 7;

  public Plan {
    if (historyDays != null && historyDays < LEAST_HISTORY_DAYS) {
      throw new IllegalArgumentException(
          "plan %s: history_days is below %d".formatted(name, LEAST_HISTORY_DAYS));
    }
  }

  /** What is had by choosing it. */
  record Offer(int k, Terms terms, boolean burst) {}

  /**
   * @param trialEnds when the tenant's trial ends, if it has one and the plan offers it
   * @return empty where it is agreed by hand
   */
  Optional<Offer> offer(
      String prices, String currency, Terms.Interval interval, @Nullable Instant trialEnds) {
    var fee = interval == Terms.Interval.MONTH ? monthMinor : yearMinor;
    if (k == null || fee == null) {
      return Optional.empty();
    }
    long burst = burstMinor == null ? 0 : burstMinor;
    var terms = new Terms(name, prices, interval, fee, currency, burst, trialEnds);
    return Optional.of(new Offer(k, terms, burstMinor != null));
  }

  Duration trial() {
    return Duration.ofDays(trialDays);
  }
}
