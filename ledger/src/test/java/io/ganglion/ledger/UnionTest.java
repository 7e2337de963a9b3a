package io.ganglion.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

/** Members of a family that hold one system at the same time. */
@Tag("unit")
class UnionTest {
  private final List<Row.Hold> pieces = new ArrayList<>();

  private UnionTest member(
      String workflow, int weight, long from, long to, String reason, @Nullable String zeroRate) {
    pieces.add(
        new Row.Hold(
            "run_1",
            null,
            workflow,
            "x",
            "sys_1",
            weight,
            Rowing.at(Duration.ofMillis(from)),
            Rowing.at(Duration.ofMillis(to)),
            reason,
            zeroRate,
            1));
    return this;
  }

  private AbstractListAssert<?, List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> rows() {
    return assertThat(Union.of(pieces))
        .extracting(
            Row.Hold::workflow,
            Row.Hold::weight,
            row -> row.opened().toEpochMilli() - Rowing.START.toEpochMilli(),
            row -> row.closed().toEpochMilli() - Rowing.START.toEpochMilli(),
            Row.Hold::reason,
            Row.Hold::zeroRate);
  }

  @Example
  void members_that_overlap_are_one_hold_of_the_oldest_until_it_ends() {
    member("a", 1, 0, 100, "park", null).member("b", 1, 50, 150, "end", null);
    rows()
        .containsExactly(
            tuple("a", 1, 0L, 100L, "park", null), tuple("b", 1, 100L, 150L, "end", null));
  }

  @Example
  void members_of_one_workflow_are_one_row() {
    member("a", 1, 0, 100, "park", null).member("a", 1, 50, 150, "end", null);
    rows().containsExactly(tuple("a", 1, 0L, 150L, "end", null));
  }

  @Example
  void the_most_weight_counts() {
    member("a", 1, 0, 100, "end", null).member("b", 3, 20, 40, "end", null);
    rows()
        .containsExactly(
            tuple("a", 1, 0L, 20L, "weight", null),
            tuple("b", 3, 20L, 40L, "end", null),
            tuple("a", 1, 40L, 100L, "end", null));
  }

  @Example
  void an_instant_is_billed_if_any_member_is_billed_then() {
    member("a", 1, 0, 100, "end", "compensation").member("b", 1, 20, 40, "park", null);
    rows()
        .containsExactly(
            tuple("a", 1, 0L, 20L, "zero", "compensation"),
            tuple("b", 1, 20L, 40L, "park", null),
            tuple("a", 1, 40L, 100L, "end", "compensation"));
  }

  @Example
  void holds_one_after_the_other_stay_two() {
    member("a", 1, 0, 100, "park", null).member("a", 1, 100, 150, "end", null);
    rows()
        .containsExactly(
            tuple("a", 1, 0L, 100L, "park", null), tuple("a", 1, 100L, 150L, "end", null));
  }

  @Property(tries = 500)
  void each_millisecond_has_the_most_weight_and_is_billed_if_any_member_is(@ForAll Random random) {
    pieces.clear();
    int length = 60;
    int[] weight = new int[length];
    boolean[] billed = new boolean[length];
    for (int i = random.nextInt(8); i >= 0; i--) {
      int from = random.nextInt(length - 1);
      int to = from + 1 + random.nextInt(length - from - 1);
      int heavy = 1 + random.nextInt(3);
      boolean free = random.nextBoolean();
      member("w" + random.nextInt(3), heavy, from, to, "end", free ? "upstream" : null);
      for (int at = from; at < to; at++) {
        weight[at] = Math.max(weight[at], heavy);
        billed[at] |= !free;
      }
    }
    var at = Rowing.START;
    int[] found = new int[length];
    boolean[] charged = new boolean[length];
    for (var row : Union.of(pieces)) {
      assertThat(row.opened()).isAfterOrEqualTo(at);
      assertThat(row.closed()).isAfter(row.opened());
      at = row.closed();
      for (var ms = row.opened(); ms.isBefore(row.closed()); ms = ms.plusMillis(1)) {
        int place = (int) Duration.between(Rowing.START, ms).toMillis();
        found[place] = row.weight();
        charged[place] = row.billable();
      }
    }
    assertThat(found).isEqualTo(weight);
    assertThat(charged).isEqualTo(billed);
  }
}
