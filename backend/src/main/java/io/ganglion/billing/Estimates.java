package io.ganglion.billing;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Statement;
import io.ganglion.ledger.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells what a month would have cost otherwise. */
@ApplicationScoped
public class Estimates {
  private final TenantTx tx;
  private final Subscriptions subscriptions;
  private final Books books;
  private final BillingClock clock;

  Estimates(TenantTx tx, Subscriptions subscriptions, Books books, BillingClock clock) {
    this.tx = tx;
    this.subscriptions = subscriptions;
    this.books = books;
    this.clock = clock;
  }

  /**
   * A month as it was, and as it would have been.
   *
   * @param terms that would have held
   */
  public record Estimate(Terms terms, int k, Statement was, Statement would) {}

  /**
   * @param plan of the price list of today; empty: what the tenant has
   * @param k empty: the plan's
   * @throws InvalidRequest for a month that is to come, or a plan that has no price
   */
  public Estimate of(TenantId tenant, YearMonth month, Optional<String> plan, OptionalInt k) {
    var now = clock.now();
    if (month.isAfter(BillingClock.month(now))) {
      throw new InvalidRequest("/month", "send a month that has begun");
    }
    return tx.call(
        tenant,
        connection -> {
          var subscription = subscriptions.find(connection, tenant);
          var offer = plan.map(this::offer);
          var terms = offer.map(Plan.Offer::terms).orElse(untried(subscription.terms()));
          int own = offer.map(Plan.Offer::k).orElse(subscription.allowance().k());
          int weight = k.orElse(own);
          var rows = books.soFar(connection, tenant, month, now);
          return new Estimate(
              terms, weight, Statement.of(rows, month), WhatIf.of(rows, month, terms, weight));
        });
  }

  private Plan.Offer offer(String name) {
    var prices = subscriptions.prices();
    return prices
        .plan(name)
        .flatMap(
            plan -> plan.offer(prices.version(), prices.currency(), Terms.Interval.MONTH, null))
        .orElseThrow(
            () -> new InvalidRequest("/plan", "send one of GET /api/v1/plans that has a price"));
  }

  /** A trial says nothing of what a month costs. */
  private static Terms untried(Terms terms) {
    return new Terms(
        terms.plan(),
        terms.prices(),
        terms.interval(),
        terms.feeMinor(),
        terms.currency(),
        terms.burstMinor(),
        null);
  }
}
