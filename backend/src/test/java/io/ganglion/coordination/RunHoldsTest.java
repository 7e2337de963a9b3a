package io.ganglion.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.db.Write;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RunHoldsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final SystemRef system =
      new SystemRef(SystemId.next(), "http", "public", "a.example", "a.example", false);
  private final RunHolds holds = new RunHolds(Holder.alone(TenantId.next(), RunId.next()), 0, 0);

  private RunHolds.Entry enter(long second) {
    return holds.enter(Set.of(system), 1, false, START.plusSeconds(second));
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
    holds.refused(enter(5));
    assertThat(faults(enter(7).writes())).containsExactly(List.of(0L, 5L), List.of(5L, 7L));
    leave(8, false);
    assertThat(faults(enter(9).writes())).isEmpty();
  }

  @Test
  void what_a_refused_entry_told_of_it_is_told_by_the_close() {
    enter(0);
    leave(2, true);
    holds.refused(enter(5));
    var closing = holds.closeAll(HoldWrite.CloseReason.PARK, START.plusSeconds(6), Awaited.NOTHING);
    assertThat(faults(closing)).containsExactly(List.of(0L, 5L), List.of(5L, 6L));
  }

  @Test
  void while_another_act_is_under_way_nothing_more_is_the_platforms_fault() {
    enter(0);
    leave(2, true);
    var first = enter(5);
    enter(6);
    holds.refused(first);
    leave(9, false);
    var closing = holds.closeAll(HoldWrite.CloseReason.PARK, START.plusSeconds(9), Awaited.NOTHING);
    assertThat(faults(closing)).containsExactly(List.of(0L, 5L));
  }
}
