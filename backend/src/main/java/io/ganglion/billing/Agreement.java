package io.ganglion.billing;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.ledger.Terms;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a change of a subscription comes to. Pure. */
final class Agreement {
  private static final String BY_HAND = "by hand";

  private Agreement() {}

  /**
   * The subscription after a change. Who stays on plan and interval keeps the terms they agreed to.
   *
   * @param trial when the tenant's one trial ends or ended; null: it had none
   * @throws BillingProblem if it can't be had
   */
  static Subscription after(
      Subscription now,
      SubscriptionChange change,
      PriceList prices,
      @Nullable Instant trial,
      Instant at) {
    var plan = Objects.requireNonNullElse(change.plan(), now.terms().plan());
    var interval =
        plan.equals(Plan.FREE) // a year of nothing is nothing to come back to
            ? Terms.Interval.MONTH
            : Objects.requireNonNullElse(change.interval(), now.terms().interval());
    boolean stays = plan.equals(now.terms().plan()) && interval == now.terms().interval();
    var agreed = stays ? now : chosen(now, plan, interval, prices, trial, at);
    var chosen = bursting(agreed, change, at);
    var customer = change.customer();
    return customer == null ? chosen : chosen.with(customer.of(chosen.customer()));
  }

  /** What was agreed by hand. */
  static Subscription byHand(Subscription now, Enterprise agreed, String currency, Instant at) {
    var terms =
        new Terms(
            Plan.ENTERPRISE,
            BY_HAND,
            agreed.interval(),
            agreed.feeMinor(),
            currency,
            agreed.burstMinor(),
            null);
    return now.agreed(terms, true, kept(now, agreed.k(), true, currency), at);
  }

  /** With another K under the same terms. */
  static Subscription allowing(Subscription now, int k, Instant at) {
    var had = now.allowance();
    var allowed = new Allowance(k, had.burst(), had.burstCapMinor());
    return now.agreed(now.terms(), now.burstOffered(), allowed, at);
  }

  private static Subscription chosen(
      Subscription now,
      String name,
      Terms.Interval interval,
      PriceList prices,
      @Nullable Instant trial,
      Instant at) {
    var plan =
        prices
            .plan(name)
            .orElseThrow(() -> new InvalidRequest("/plan", "send one of GET /api/v1/plans"));
    var offer =
        plan.offer(prices.version(), prices.currency(), interval, trialEnds(now, plan, trial, at))
            .orElseThrow(BillingProblem::byHand);
    var allowed = kept(now, offer.k(), offer.burst(), prices.currency());
    return now.agreed(offer.terms(), offer.burst(), allowed, at);
  }

  /** Burst stays on where the new plan has it and its cap means the same. */
  private static Allowance kept(Subscription now, int k, boolean burst, String currency) {
    boolean keeps = now.allowance().burst() && burst && currency.equals(now.terms().currency());
    return new Allowance(k, keeps, keeps ? now.allowance().burstCapMinor() : null);
  }

  /** A tenant has one trial; to its end it goes on in each plan that offers one. */
  private static @Nullable Instant trialEnds(
      Subscription now, Plan plan, @Nullable Instant trial, Instant at) {
    if (plan.trialDays() == 0) {
      return null;
    }
    if (!now.trialUsed()) {
      return at.plus(plan.trial());
    }
    return trial != null && trial.isAfter(at) ? trial : null;
  }

  private static Subscription bursting(Subscription chosen, SubscriptionChange change, Instant at) {
    var had = chosen.allowance();
    boolean on = Objects.requireNonNullElse(change.burst(), had.burst());
    var cap = change.burstCapMinor() == null ? had.burstCapMinor() : change.burstCapMinor();
    if (on && !chosen.burstOffered()) {
      throw BillingProblem.noBurst(chosen.terms().plan());
    }
    if (on && cap == null) {
      throw new InvalidRequest("/burst_cap", "say how much burst may cost a month at most");
    }
    if (!on && change.burstCapMinor() != null) {
      throw new InvalidRequest("/burst_cap", "turn burst on with it, or leave it out");
    }
    var allowed = new Allowance(had.k(), on, on ? cap : null);
    return allowed.equals(had)
        ? chosen
        : chosen.agreed(chosen.terms(), chosen.burstOffered(), allowed, at);
  }
}
