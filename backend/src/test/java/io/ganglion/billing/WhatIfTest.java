package io.ganglion.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.ledger.Row;
import io.ganglion.ledger.Statement;
import io.ganglion.ledger.Terms;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 9);
  private static final Terms TEAM =
      new Terms("team", "2026-11", Terms.Interval.MONTH, 4_900, "EUR", 50, null);
  private static final Terms SCALE =
      new Terms("scale", "2026-11", Terms.Interval.MONTH, 39_900, "EUR", 40, null);

  /** 32 systems for an hour and a half, with K = 40. */
  private static List<Row> rows() {
    var start = BillingClock.start(MONTH);
    var rows = new ArrayList<Row>();
    rows.add(new Row.Plan(start, SCALE));
    rows.add(new Row.Capacity(start, 40, false, null));
    var noon = start.plus(Duration.ofHours(12));
    for (int i = 0; i < 32; i++) {
      for (var minutes : List.of(0, 60)) {
        var from = noon.plus(Duration.ofMinutes(minutes));
        var to = noon.plus(Duration.ofMinutes(minutes == 0 ? 60 : 90));
        var why = minutes == 0 ? "hour" : "end";
        rows.add(new Row.Hold("run_1", null, null, "x", "sys_" + i, 1, from, to, why, null, 1));
      }
    }
    return rows;
  }

  @Test
  void a_smaller_k_is_cheaper_by_its_fee_and_dearer_by_its_burst() {
    var would = WhatIf.of(rows(), MONTH, TEAM, 20);
    assertThat(would.burstMs()).isEqualTo(18 * 3_600_000L); // 12 above for 1.5 h
    assertThat(would.totalMinor()).isEqualTo(4_900 + 18 * 50);
    assertThat(Statement.of(rows(), MONTH).totalMinor()).isEqualTo(39_900);
  }

  @Test
  void enough_k_has_no_burst() {
    assertThat(WhatIf.of(rows(), MONTH, SCALE, 32).totalMinor()).isEqualTo(39_900);
  }

  @Test
  void what_was_agreed_on_the_way_and_corrections_are_left_aside() {
    var rows = new ArrayList<>(rows());
    var middle = BillingClock.start(MONTH).plus(Duration.ofDays(15));
    rows.add(new Row.Plan(middle, TEAM));
    rows.add(new Row.Capacity(middle, 3, true, 1L));
    rows.add(new Row.Credit(middle, MONTH, -500, "EUR", "an outage"));
    assertThat(WhatIf.of(rows, MONTH, SCALE, 32).totalMinor()).isEqualTo(39_900);
  }
}
