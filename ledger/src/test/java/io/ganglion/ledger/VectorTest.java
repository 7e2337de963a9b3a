package io.ganglion.ledger;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract's examples, with its numbers. The sixth, runs that wait, is the engine's. */
@Tag("unit")
class VectorTest {
  private static final Duration NOON = ofHours(12);

  @Test
  void one_a_parked_run_holds_nothing() {
    var active = ofMinutes(4);
    var back = NOON.plus(active).plus(ofHours(6));
    var statement =
        new Rowing()
            .holds("run_1", 6, NOON, NOON.plus(active))
            .holds("run_1", 6, back, back.plusMinutes(6))
            .statement();
    assertThat(statement.recordedMs()).isEqualTo(3_600_000);
    assertThat(statement.billableMs() / Statement.CENTI_CUH_MS).isEqualTo(100);
  }

  @Test
  void two_a_platform_that_is_down_costs_nothing() {
    var rowing = new Rowing();
    for (int attempt = 0; attempt < 40; attempt++) {
      var from = ofMinutes(3L * attempt);
      rowing.hold("run_1", "sys_x", 1, from, from.plusSeconds(10), "upstream");
    }
    assertThat(rowing.statement().recordedMs()).isEqualTo(400_000);
    assertThat(rowing.statement().billableMs()).isZero();
  }

  @Test
  void three_a_swarm_costs_the_same_wide_and_short_or_narrow_and_long() {
    var wide = new Rowing().hold("run_1", "sys_pool", 10, NOON, NOON.plusSeconds(30));
    var narrow = new Rowing().hold("run_1", "sys_pool", 1, NOON, NOON.plusSeconds(300));
    assertThat(wide.statement().billableMs()).isEqualTo(300_000);
    assertThat(narrow.statement().billableMs()).isEqualTo(300_000);
  }

  @Test
  void four_compensation_is_recorded_and_not_billed() {
    var rowing = new Rowing();
    for (var system : List.of("sys_a", "sys_b", "sys_c")) {
      rowing.hold("run_1", system, 1, NOON, NOON.plusSeconds(20), "compensation");
    }
    assertThat(rowing.statement().recordedMs()).isEqualTo(60_000);
    assertThat(rowing.statement().billableMs()).isZero();
  }

  @Test
  void five_burst_is_what_is_held_above_capacity() {
    assertThat(thirtyTwo(true).burstMs()).isEqualTo(18 * 3_600_000L);
    assertThat(thirtyTwo(true).totalMinor()).isEqualTo(18 * 50);
    assertThat(thirtyTwo(false).burstMs()).isZero();
    assertThat(thirtyTwo(false).totalMinor()).isZero();
  }

  private static Statement thirtyTwo(boolean burst) {
    return new Rowing()
        .plan(ZERO, "team", 0)
        .capacity(ZERO, 20, burst, null)
        .holds("run_1", 32, NOON, NOON.plusMinutes(90))
        .statement();
  }

  @Test
  void seven_a_hold_of_a_dead_worker_ends_with_its_last_heartbeat() {
    var statement = new Rowing().holds("run_1", 5, ZERO, ofSeconds(42)).statement();
    assertThat(statement.billableMs()).isEqualTo(210_000);
  }

  @Test
  void eight_a_lowered_capacity_prorates_the_fee_and_makes_no_burst_of_what_was_admitted() {
    var middle = ofDays(15);
    var statement =
        new Rowing()
            .plan(ZERO, "twenty", 20_000)
            .capacity(ZERO, 20, true, null)
            .holds("run_1", 20, middle.minusHours(1), middle.plusHours(1))
            .plan(middle, "ten", 10_000)
            .capacity(middle, 10, true, null)
            .statement();
    assertThat(statement.charges())
        .extracting(Charge::plan, Charge::quantity, Charge::amountMinor)
        .containsExactly(
            tuple("twenty", 15 * 86_400L, 10_000L), tuple("ten", 15 * 86_400L, 5_000L));
    assertThat(statement.burstMs()).isZero();
  }

  @Test
  void what_is_admitted_after_capacity_was_lowered_is_burst() {
    var middle = ofDays(15);
    var statement =
        new Rowing()
            .plan(ZERO, "twenty", 0)
            .capacity(ZERO, 20, true, null)
            .holds("run_1", 20, middle.minusHours(1), middle.plusHours(2))
            .capacity(middle, 10, true, null)
            .holds("run_2", 5, middle.plusHours(1), middle.plusHours(2))
            .statement();
    assertThat(statement.burstMs()).isEqualTo(5 * 3_600_000L);
  }

  @Test
  void burst_costs_no_more_than_its_cap() {
    var statement =
        new Rowing()
            .plan(ZERO, "team", 0)
            .capacity(ZERO, 20, true, 100L)
            .holds("run_1", 32, NOON, NOON.plusMinutes(90))
            .statement();
    assertThat(statement.totalMinor()).isEqualTo(100);
  }

  @Test
  void hundredths_that_are_begun_are_not_paid() {
    var statement =
        new Rowing()
            .plan(ZERO, new Terms("t", "p", Terms.Interval.MONTH, 0, "EUR", 10_000, null))
            .capacity(ZERO, 0, true, null)
            .hold("run_1", "sys_x", 1, NOON, NOON.plusMillis(71_999))
            .statement();
    assertThat(statement.totalMinor()).isEqualTo(100); // one hundredth of 100.00
  }

  private static Terms bursting(String plan, long burstMinor) {
    return new Terms(plan, "2026-09", Terms.Interval.MONTH, 0, "EUR", burstMinor, null);
  }

  /** 5.85 hundredths of a CU-hour, then 30.36 of them once the tenant is back. */
  private static Statement leftAndBack(Terms then) {
    return new Rowing()
        .plan(ZERO, bursting("team", 10_000))
        .capacity(ZERO, 0, true, null)
        .hold("run_1", "sys_x", 1, NOON, NOON.plusMillis(210_600))
        .plan(ofDays(10), bursting("scale", 8_000))
        .plan(ofDays(20), then)
        .hold("run_2", "sys_x", 1, ofDays(21), ofDays(21).plusMillis(1_092_960))
        .statement();
  }

  @Test
  void burst_is_rounded_once_for_a_plan_however_often_a_tenant_came_back_to_it() {
    var statement = leftAndBack(bursting("team", 10_000));
    assertThat(statement.charges())
        .filteredOn(charge -> charge.kind() == Charge.Kind.BURST)
        .containsExactly(
            new Charge(
                Charge.Kind.BURST,
                "team",
                Rowing.START,
                Rowing.at(ofDays(30)),
                36, // of 36.21
                3_600));
    assertThat(statement.burstMs()).isEqualTo(210_600 + 1_092_960);
  }

  @Test
  void burst_at_another_price_is_rounded_by_itself() {
    assertThat(leftAndBack(bursting("team", 20_000)).charges())
        .filteredOn(charge -> charge.kind() == Charge.Kind.BURST)
        .extracting(Charge::plan, Charge::to, Charge::quantity, Charge::amountMinor)
        .containsExactly(
            tuple("team", Rowing.at(ofDays(10)), 5L, 500L),
            tuple("team", Rowing.at(ofDays(30)), 30L, 6_000L));
  }

  @Test
  void burst_that_was_used_is_paid_though_it_is_turned_off() {
    var statement =
        new Rowing()
            .plan(ZERO, "team", 0)
            .capacity(ZERO, 20, true, 500L)
            .holds("run_1", 32, NOON, NOON.plusMinutes(90))
            .capacity(NOON.plusMinutes(60), 20, false, null)
            .statement();
    assertThat(statement.burstMs()).isEqualTo(12 * 3_600_000L);
    assertThat(statement.burstMinor()).isEqualTo(500); // 6.00 without the cap
  }

  @Test
  void a_year_is_paid_where_it_begins_and_what_is_left_of_it_is_given_back() {
    var year = new Terms("scale", "2026-09", Terms.Interval.YEAR, 365_00, "EUR", 50, null);
    var rowing = new Rowing().plan(ofDays(1), year);
    assertThat(rowing.statement().totalMinor()).isEqualTo(365_00);
    assertThat(Statement.of(rowing.rows(), Rowing.MONTH.plusMonths(1)).totalMinor()).isZero();
    assertThat(Statement.of(rowing.rows(), Rowing.MONTH.plusYears(1)).totalMinor())
        .isEqualTo(365_00);
    rowing.plan(ofDays(101), "team", 0);
    assertThat(Statement.of(rowing.rows(), Rowing.MONTH.plusMonths(3)).totalMinor())
        .isEqualTo(-265_00);
    assertThat(Statement.of(rowing.rows(), Rowing.MONTH.plusYears(1)).totalMinor()).isZero();
  }

  @Test
  void a_trial_costs_nothing_until_it_ends() {
    var trial =
        new Terms("team", "2026-09", Terms.Interval.MONTH, 30_00, "EUR", 50, Rowing.at(ofDays(10)));
    assertThat(new Rowing().plan(ZERO, trial).statement().totalMinor()).isEqualTo(20_00);
  }

  @Test
  void an_hour_that_ends_does_not_end_what_was_admitted() {
    var lowered = NOON.plusMinutes(30);
    var statement =
        new Rowing()
            .plan(ZERO, "team", 0)
            .capacity(ZERO, 20, true, null)
            .holds("run_1", 20, NOON, NOON.plusHours(5))
            .capacity(lowered, 1, true, null)
            .statement();
    assertThat(statement.burstMs()).isZero();
  }

  @Test
  void a_capacity_that_is_lowered_forgives_no_burst_there_was() {
    var middle = ofDays(15);
    var statement =
        new Rowing()
            .plan(ZERO, "team", 0)
            .capacity(ZERO, 20, true, null)
            .holds("run_1", 32, middle.minusHours(1), middle.plusHours(1))
            .capacity(middle, 10, true, null)
            .statement();
    assertThat(statement.burstMs()).isEqualTo(2 * 12 * 3_600_000L);
  }

  @Test
  void what_was_admitted_stays_so_while_it_is_not_billed_and_after() {
    var lowered = NOON.plusMinutes(10);
    var hold =
        new Row.Hold(
            "run_1",
            null,
            null,
            "x",
            "sys_1",
            1,
            Rowing.at(NOON),
            Rowing.at(NOON.plusHours(2)),
            "end",
            null,
            1);
    var down =
        new Cuts.Zero(
            Rowing.at(lowered.plusMinutes(5)), Rowing.at(lowered.plusMinutes(9)), "upstream");
    var rows =
        new ArrayList<>(
            new Rowing()
                .plan(ZERO, "team", 0)
                .capacity(ZERO, 1, true, null)
                .capacity(lowered, 0, true, null)
                .rows());
    rows.addAll(Cuts.of(hold, List.of(down)));
    assertThat(Statement.of(rows, Rowing.MONTH).burstMs()).isZero();
  }

  @Test
  void a_capacity_that_is_lowered_as_the_month_begins_is_like_any_other() {
    var next = ofDays(30);
    var rows =
        new Rowing()
            .plan(ZERO, "team", 0)
            .capacity(ZERO, 20, true, null)
            .holds("run_1", 20, next.minusHours(3), next.plusHours(2))
            .capacity(next, 10, true, null)
            .rows();
    assertThat(Statement.of(rows, Rowing.MONTH.plusMonths(1)).burstMs()).isZero();
  }

  @Test
  void more_weight_that_is_asked_for_after_capacity_was_lowered_is_burst() {
    var lowered = NOON.plusMinutes(10);
    var wider = NOON.plusMinutes(20);
    var statement =
        new Rowing()
            .plan(ZERO, "team", 0)
            .capacity(ZERO, 4, true, null)
            .hold("run_1", "sys_pool", 4, NOON, wider)
            .hold("run_1", "sys_pool", 7, wider, NOON.plusMinutes(30))
            .capacity(lowered, 1, true, null)
            .statement();
    assertThat(statement.burstMs()).isEqualTo(3 * 600_000L);
  }
}
