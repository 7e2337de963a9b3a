package io.ganglion.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What stays the same however the same work is cut, ordered or split. */
@Tag("unit")
class LedgerPropertyTest {
  private static final Duration NOON = Duration.ofHours(12);

  private static Rowing priced() {
    return new Rowing().plan(Duration.ZERO, "team", 4_900).capacity(Duration.ZERO, 3, true, null);
  }

  @Property(tries = 200)
  void eight_runs_of_depth_one_cost_what_one_of_depth_eight_does(
      @ForAll @LongRange(min = 1, max = 20_000_000) long millis) {
    var end = NOON.plusMillis(millis);
    var one = priced().holds("run_1", 8, NOON, end);
    var eight = priced();
    for (int i = 0; i < 8; i++) {
      eight.hold("run_" + i, "sys_" + i, 1, NOON, end);
    }
    assertThat(eight.statement().charges()).isEqualTo(one.statement().charges());
    assertThat(eight.statement().billableMs()).isEqualTo(one.statement().billableMs());
  }

  @Property(tries = 200)
  void a_month_is_the_sum_of_its_cuts(@ForAll Random random) {
    var rowing = priced();
    var cut = priced();
    for (int i = 0; i < 20; i++) {
      long from = random.nextLong(Duration.ofDays(29).toMillis());
      long length = 1 + random.nextLong(Duration.ofHours(5).toMillis());
      long at = random.nextLong(length);
      var opened = Duration.ofMillis(from);
      var closed = Duration.ofMillis(from + length);
      var middle = Duration.ofMillis(from + at);
      rowing.hold("run_" + i, "sys_" + i, 1, opened, closed);
      cut.hold("run_" + i, "sys_" + i, 1, opened, middle);
      cut.hold("run_" + i, "sys_" + i, 1, middle, closed);
    }
    assertThat(cut.statement().charges()).isEqualTo(rowing.statement().charges());
    assertThat(cut.statement().billableMs()).isEqualTo(rowing.statement().billableMs());
  }

  @Property(tries = 100)
  void the_order_in_which_rows_were_sealed_does_not_matter(@ForAll Random random) {
    var rows = new ArrayList<>(some(random).rows());
    var statement = Statement.of(rows, Rowing.MONTH);
    Collections.shuffle(rows, random);
    assertThat(Statement.of(rows, Rowing.MONTH).totalMinor()).isEqualTo(statement.totalMinor());
    assertThat(Statement.of(rows, Rowing.MONTH).burstMs()).isEqualTo(statement.burstMs());
  }

  @Property(tries = 100)
  void burst_is_the_integral_taken_millisecond_by_millisecond(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 4) int k) {
    var rowing = new Rowing().plan(Duration.ZERO, "team", 0).capacity(Duration.ZERO, k, true, null);
    int[] used = new int[5_000];
    for (int i = 0; i < 6; i++) {
      int from = random.nextInt(4_000);
      int to = from + 1 + random.nextInt(900);
      int weight = 1 + random.nextInt(3);
      rowing.hold("run_" + i, "sys", weight, NOON.plusMillis(from), NOON.plusMillis(to));
      for (int at = from; at < to; at++) {
        used[at] += weight;
      }
    }
    long above = 0;
    for (int now : used) {
      above += Math.max(0, now - k);
    }
    assertThat(rowing.statement().burstMs()).isEqualTo(above);
  }

  @Property(tries = 300)
  void any_flipped_bit_breaks_the_chain(@ForAll Random random) throws Chain.Broken {
    var text = Rowing.sealed(some(random).rows());
    assertThat(read(text)).isPositive();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int place;
    do {
      place = random.nextInt(bytes.length);
    } while (bytes[place] == '\n');
    bytes[place] ^= (byte) (1 << random.nextInt(8));
    var altered = new String(bytes, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(altered)).isInstanceOf(Chain.Broken.class);
  }

  @Property(tries = 100)
  void what_is_cut_out_of_a_hold_covers_it_without_gap_or_overlap(@ForAll Random random) {
    var opened = Rowing.at(Duration.ofMillis(random.nextLong(7_200_000)));
    var closed = opened.plusMillis(1 + random.nextLong(10_000_000));
    var zeros = new ArrayList<Cuts.Zero>();
    for (int i = random.nextInt(4); i > 0; i--) {
      var from = opened.plusMillis(random.nextLong(10_000_000));
      zeros.add(new Cuts.Zero(from, from.plusMillis(random.nextLong(3_000_000)), "upstream"));
    }
    var hold = new Row.Hold("run_1", null, null, "x", "sys_1", 2, opened, closed, "park", null, 1);
    var at = opened;
    for (var piece : Cuts.of(hold, zeros)) {
      assertThat(piece.opened()).isEqualTo(at);
      var from = piece.opened();
      boolean zero =
          zeros.stream().anyMatch(it -> !from.isBefore(it.from()) && from.isBefore(it.to()));
      assertThat(piece.billable()).isEqualTo(!zero);
      assertThat(Duration.between(piece.opened(), piece.closed())).isPositive();
      at = piece.closed();
    }
    assertThat(at).isEqualTo(closed);
  }

  private static Rowing some(Random random) {
    var rowing = priced();
    for (int i = 0; i < 10; i++) {
      long from = random.nextLong(Duration.ofDays(29).toMillis());
      long to = from + 1 + random.nextLong(Duration.ofHours(3).toMillis());
      rowing.hold(
          "run_" + i,
          "sys_" + random.nextInt(3),
          1,
          Duration.ofMillis(from),
          Duration.ofMillis(to));
    }
    return rowing;
  }

  private static long read(String text) throws Chain.Broken {
    var chain = new Chain();
    var rows = new ArrayList<Row>();
    for (var line : List.of(text.strip().split("\n"))) {
      rows.add(chain.next(line));
    }
    return rows.size();
  }
}
