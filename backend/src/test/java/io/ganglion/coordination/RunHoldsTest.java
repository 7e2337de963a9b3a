package io.ganglion.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.db.Write;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RunHoldsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final SystemRef system =
      new SystemRef(SystemId.next(), "http", "public", "a.example", "a.example", false);
  private final RunHolds holds = new RunHolds(Holder.alone(TenantId.next(), RunId.next()), 0, 0);

  private RunHolds.Entry enter(long second) {
    var entry = asks(second, 0);
    holds.entered(entry);
    return entry;
  }

  private RunHolds.Entry asks(long second, int calls) {
    return holds.enter(Set.of(system), calls, false, new Probe(), () -> START.plusSeconds(second));
  }

  private void refuse(RunHolds.Entry entry, long second) {
    holds.refused(entry, true, START.plusSeconds(second));
  }

  private static List<HoldWrite.Admit> admits(List<Write> writes) {
    return writes.stream()
        .filter(HoldWrite.Admit.class::isInstance)
        .map(HoldWrite.Admit.class::cast)
        .toList();
  }

  /** What holds weigh that open. */
  private static List<Integer> weights(List<Write> writes) {
    return writes.stream()
        .filter(HoldWrite.Open.class::isInstance)
        .map(write -> ((HoldWrite.Open) write).weight())
        .toList();
  }

  private void leave(long second, boolean fault) {
    holds.left(Set.of(system), START.plusSeconds(second), fault);
  }

  /** Seconds from and to of the time that is told to be the platform's fault. */
  private static List<List<Long>> faults(List<Write> writes) {
    return writes.stream()
        .filter(HoldWrite.Fault.class::isInstance)
        .map(HoldWrite.Fault.class::cast)
        .map(fault -> List.of(since(fault.from()), since(fault.to())))
        .toList();
  }

  private static long since(Instant at) {
    return at.getEpochSecond() - START.getEpochSecond();
  }

  @Test
  void the_time_since_a_platform_failed_ends_with_the_next_act() {
    enter(0);
    leave(2, true);
    assertThat(faults(enter(5).writes())).containsExactly(List.of(0L, 5L));
    leave(6, false);
    assertThat(faults(enter(8).writes())).isEmpty();
  }

  @Test
  void what_a_refused_entry_told_of_it_is_told_by_the_next() {
    enter(0);
    leave(2, true);
    refuse(asks(5, 0), 5);
    assertThat(faults(enter(7).writes())).containsExactly(List.of(0L, 5L), List.of(5L, 7L));
    leave(8, false);
    assertThat(faults(enter(9).writes())).isEmpty();
  }

  @Test
  void what_a_refused_entry_told_of_it_is_told_by_the_close() {
    enter(0);
    leave(2, true);
    refuse(asks(5, 0), 5);
    var closing = holds.closeAll(HoldWrite.CloseReason.PARK, START.plusSeconds(6), Awaited.NOTHING);
    assertThat(faults(closing)).containsExactly(List.of(0L, 5L), List.of(5L, 6L));
  }

  @Test
  void while_another_act_is_under_way_nothing_more_is_the_platforms_fault() {
    enter(0);
    leave(2, true);
    var first = asks(5, 0);
    enter(6);
    refuse(first, 6);
    leave(9, false);
    var closing = holds.closeAll(HoldWrite.CloseReason.PARK, START.plusSeconds(9), Awaited.NOTHING);
    assertThat(faults(closing)).containsExactly(List.of(0L, 5L));
  }

  @Test
  void who_meets_a_hold_that_is_opening_waits_for_its_commit_and_opens_its_own_if_it_is_refused()
      throws Exception {
    var first = asks(0, 0);
    var second = CompletableFuture.supplyAsync(() -> asks(0, 0), Thread::startVirtualThread);
    assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS))
        .as("it isn't decided yet")
        .isInstanceOf(TimeoutException.class);
    refuse(first, 0);
    var own = second.get();
    assertThat(weights(own.writes())).containsExactly(1);
    assertThat(admits(own.writes())).extracting(HoldWrite.Admit::to).containsExactly(1);
  }

  @Test
  void a_pool_weighs_by_what_is_in_flight_and_asks_for_each_further_weight() {
    for (int call = 0; call < 100; call++) {
      holds.entered(asks(0, 1));
    }
    var further = asks(0, 1);
    assertThat(weights(further.writes())).containsExactly(2);
    assertThat(admits(further.writes()))
        .singleElement()
        .satisfies(admit -> assertThat(List.of(admit.from(), admit.to())).containsExactly(1, 2));
    holds.entered(further);
    assertThat(holds.peak()).isEqualTo(2);
    for (int call = 0; call < 51; call++) {
      leave(1, false);
    }
    assertThat(weights(holds.settle(START.plusSeconds(1)))).as("101 in that second").isEmpty();
    var narrower = holds.settle(START.plusSeconds(2));
    assertThat(weights(narrower)).as("50 in that second").containsExactly(1);
    assertThat(admits(narrower))
        .singleElement()
        .satisfies(admit -> assertThat(List.of(admit.from(), admit.to())).containsExactly(2, 1));
  }

  @Test
  void where_there_is_no_room_for_more_calls_the_next_begins_when_one_has_ended() throws Exception {
    for (int call = 0; call < 100; call++) {
      holds.entered(asks(0, 1));
    }
    refuse(asks(0, 1), 0);
    var next = CompletableFuture.supplyAsync(() -> asks(0, 1), Thread::startVirtualThread);
    leave(0, false);
    var entry = next.get();
    assertThat(admits(entry.writes())).isEmpty();
    holds.entered(entry);
    assertThat(weights(asks(1, 1).writes())).as("asked again after a second").containsExactly(2);
  }

  @Test
  void of_many_calls_that_find_no_room_half_as_many_are_asked_for() {
    holds.entered(asks(0, 100));
    for (int call = 1; call < 100; call++) {
      holds.entered(asks(0, 100));
    }
    var all = asks(0, 1000);
    assertThat(weights(all.writes())).containsExactly(10);
    refuse(all, 0);
    var half = asks(0, 1000);
    assertThat(weights(half.writes())).containsExactly(5);
    holds.entered(half);
    assertThat(holds.peak()).isEqualTo(10);
  }

  @Test
  void what_a_group_takes_back_is_held_free_of_charge_and_what_follows_is_not() {
    enter(0);
    leave(1, false);
    var systems = Set.of(system.id());
    assertThat(holds.takesBack(systems, START.plusSeconds(2))).anyMatch(zero());
    var undoing = enter(2);
    assertThat(undoing.needs()).as("what it counts").isZero();
    leave(3, false);
    assertThat(holds.tookBack(systems, START.plusSeconds(3))).anyMatch(zero());
    assertThat(enter(4).needs()).isOne();
  }

  @Test
  void what_a_compensation_holds_has_no_tail() {
    var unused = holds.compensates(START);
    enter(0);
    leave(1, false);
    assertThat(holds.settle(START.plusSeconds(100))).isEmpty();
    var closed = holds.closeAll(HoldWrite.CloseReason.END, START.plusSeconds(100), Awaited.NOTHING);
    assertThat(closed)
        .filteredOn(HoldWrite.Close.class::isInstance)
        .singleElement()
        .isEqualTo(closed.getFirst())
        .extracting("at")
        .isEqualTo(START.plusSeconds(100));
  }

  private static Predicate<Write> zero() {
    return write ->
        write instanceof HoldWrite.Close close && close.reason() == HoldWrite.CloseReason.ZERO;
  }
}
