package io.ganglion.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.ledger.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
  private static final Instant TRIAL = NOW.plus(Duration.ofDays(14));
  private static final PriceList OLD = list("old", 4_900, 50);
  private static final PriceList NEW = list("new", 5_900, 60);

  private static PriceList list(String version, long team, long burst) {
    return new PriceList(
        version,
        Instant.EPOCH,
        "EUR",
        List.of(
            new Plan(Plan.FREE, "Free", 5, 0L, 0L, null, 0, 30),
            new Plan("team", "Team", 25, team, team * 10, burst, 14, 90),
            new Plan("scale", "Scale", 250, 39_900L, 399_000L, 40L, 0, 400),
            new Plan(Plan.ENTERPRISE, "Enterprise", null, null, null, null, 0, null)));
  }

  private static SubscriptionChange to(String plan) {
    return new SubscriptionChange(plan, null, null, null, null);
  }

  private static SubscriptionChange to(CustomerChange customer) {
    return new SubscriptionChange(null, null, null, null, customer);
  }

  private static SubscriptionChange burst(@Nullable Boolean on, @Nullable Long cap) {
    return new SubscriptionChange(null, null, on, cap, null);
  }

  private static Subscription free() {
    return Subscription.free(OLD, NOW);
  }

  /** Of a tenant whose trial, if it had one, began now. */
  private static Subscription after(
      Subscription now, SubscriptionChange change, PriceList prices, Instant at) {
    return Agreement.after(now, change, prices, now.trialUsed() ? TRIAL : null, at);
  }

  private static Subscription team() {
    return after(free(), to("team"), OLD, NOW);
  }

  @Test
  void who_never_chose_is_on_the_free_plan() {
    assertThat(free().terms().plan()).isEqualTo("free");
    assertThat(free().allowance()).isEqualTo(new Allowance(5, false, null));
  }

  @Test
  void who_chooses_copies_the_terms_of_the_day() {
    assertThat(team().terms())
        .isEqualTo(new Terms("team", "old", Terms.Interval.MONTH, 4_900, "EUR", 50, TRIAL));
    assertThat(team().allowance().k()).isEqualTo(25);
  }

  @Test
  void old_terms_stay_when_prices_rise_and_even_when_burst_is_turned_on() {
    var bursting = after(team(), burst(true, 1_000L), NEW, NOW);
    assertThat(bursting.terms()).isEqualTo(team().terms());
    assertThat(after(team(), to("team"), NEW, NOW)).isEqualTo(team());
  }

  @Test
  void who_leaves_and_comes_back_gets_todays_terms() {
    var back = after(after(team(), to("free"), NEW, NOW), to("team"), NEW, TRIAL);
    assertThat(back.terms().feeMinor()).isEqualTo(5_900);
    assertThat(back.terms().prices()).isEqualTo("new");
    assertThat(back.terms().trialEnds()).isNull();
  }

  @Test
  void a_trial_lasts_its_days_whatever_a_tenant_was_on_meanwhile() {
    for (var other : List.of("free", "scale")) {
      var left = after(team(), to(other), OLD, NOW.plus(Duration.ofDays(2)));
      assertThat(left.terms().trialEnds()).isNull();
      var back = after(left, to("team"), OLD, TRIAL.minusMillis(1));
      assertThat(back.terms().trialEnds()).isEqualTo(TRIAL);
    }
  }

  @Test
  void what_is_left_out_of_a_customer_stays_and_an_empty_text_takes_it_away() {
    var named =
        after(free(), to(new CustomerChange("Acme", "1 Main Street", null, "a@b.c")), OLD, NOW);
    assertThat(named.customer()).isEqualTo(new Customer("Acme", "1 Main Street", null, "a@b.c"));
    var taxed = after(named, to(new CustomerChange(null, null, "DE123", "")), OLD, NOW);
    assertThat(taxed.customer()).isEqualTo(new Customer("Acme", "1 Main Street", "DE123", null));
  }

  @Test
  void a_trial_goes_on_from_monthly_to_yearly_and_ends_in_a_plan_without_one() {
    var yearly =
        after(
            team(),
            new SubscriptionChange(null, Terms.Interval.YEAR, null, null, null),
            OLD,
            NOW.plus(Duration.ofDays(2)));
    assertThat(yearly.terms().trialEnds()).isEqualTo(team().terms().trialEnds());
    assertThat(yearly.terms().feeMinor()).isEqualTo(49_000);
    assertThat(after(yearly, to("scale"), OLD, NOW).terms().trialEnds()).isNull();
  }

  @Test
  void the_free_plan_is_monthly_so_that_who_comes_back_does_not_buy_a_year_unasked() {
    var year =
        after(
            free(),
            new SubscriptionChange("scale", Terms.Interval.YEAR, null, null, null),
            OLD,
            NOW);
    var left = after(year, to("free"), OLD, NOW);
    assertThat(left.terms().interval()).isEqualTo(Terms.Interval.MONTH);
  }

  @Test
  void burst_has_a_cap_and_a_plan_that_offers_it() {
    assertThatThrownBy(() -> after(team(), burst(true, null), OLD, NOW))
        .isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> after(free(), burst(true, 100L), OLD, NOW))
        .isInstanceOf(BillingProblem.class);
    assertThatThrownBy(() -> after(team(), burst(null, 100L), OLD, NOW))
        .isInstanceOf(InvalidRequest.class);
  }

  @Test
  void burst_stays_on_in_a_larger_plan_and_ends_with_the_free_one() {
    var bursting = after(team(), burst(true, 1_000L), OLD, NOW);
    assertThat(after(bursting, to("scale"), OLD, NOW).allowance())
        .isEqualTo(new Allowance(250, true, 1_000L));
    assertThat(after(bursting, to("free"), OLD, NOW).allowance())
        .isEqualTo(new Allowance(5, false, null));
  }

  @Test
  void enterprise_is_agreed_by_hand() {
    assertThatThrownBy(() -> after(free(), to("enterprise"), OLD, NOW))
        .isInstanceOf(BillingProblem.class);
    var agreed =
        Agreement.byHand(
            free(), new Enterprise(1_000, Terms.Interval.YEAR, 1_200_000, 30), "EUR", NOW);
    assertThat(agreed.allowance().k()).isEqualTo(1_000);
    assertThat(agreed.terms().feeMinor()).isEqualTo(1_200_000);
    assertThat(after(agreed, burst(true, 5_000L), NEW, NOW).terms()).isEqualTo(agreed.terms());
  }

  @Test
  void an_unknown_plan_is_refused_by_its_place() {
    assertThatThrownBy(() -> after(free(), to("huge"), OLD, NOW))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("/plan");
  }

  @Test
  void the_price_list_that_ships_can_be_read_and_the_last_one_that_began_holds() throws Exception {
    try (var in = Prices.class.getResourceAsStream("/prices.json")) {
      var prices = new Prices(Prices.parse(java.util.Objects.requireNonNull(in).readAllBytes()));
      assertThat(prices.at(NOW).plans())
          .extracting(Plan::name, Plan::k)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("free", 5),
              org.assertj.core.groups.Tuple.tuple("team", 25),
              org.assertj.core.groups.Tuple.tuple("scale", 250),
              org.assertj.core.groups.Tuple.tuple("enterprise", null));
    }
    var later = new PriceList("later", NOW.plusSeconds(1), "EUR", NEW.plans());
    var both = new Prices(List.of(later, OLD));
    assertThat(both.at(NOW).version()).isEqualTo("old");
    assertThat(both.at(NOW.plusSeconds(1)).version()).isEqualTo("later");
  }

  @Test
  void admission_goes_by_k_unless_burst_is_on_and_its_cap_is_not_reached() {
    var month = BillingClock.month(NOW);
    assertThat(team().ceiling(month, 10_000)).isEqualTo(25);
    var bursting = after(team(), burst(true, 1_000L), OLD, NOW);
    assertThat(bursting.ceiling(month, 10_000)).isEqualTo(10_000);
    assertThat(bursting.ceiling(month, 10)).isEqualTo(25);
  }

  @Test
  void alerts_are_at_half_four_fifths_and_all_of_the_cap() {
    assertThat(BurstWatch.percent(499, 1_000)).isZero();
    assertThat(BurstWatch.percent(500, 1_000)).isEqualTo(50);
    assertThat(BurstWatch.percent(799, 1_000)).isEqualTo(50);
    assertThat(BurstWatch.percent(800, 1_000)).isEqualTo(80);
    assertThat(BurstWatch.percent(1_000, 1_000)).isEqualTo(100);
    assertThat(BurstWatch.percent(5_000, 1_000)).isEqualTo(100);
  }
}
