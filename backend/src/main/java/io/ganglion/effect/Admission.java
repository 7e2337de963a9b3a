package io.ganglion.effect;

import io.ganglion.coordination.Awaited;
import io.ganglion.coordination.Capacity;
import io.ganglion.coordination.SystemRef;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.Refusal;
import io.ganglion.db.Write;
import io.ganglion.kernel.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets a run act on systems: what guards its dispatches, the systems' reservations and the opening
 * of holds join the commit of the writes that need them.
 */
final class Admission {
  /**
   * A run that waits for its turn is woken by whoever ends the wait, and workers look whether that
   * was forgotten; this is for a tenant that no worker knows of any more.
   */
  private static final Duration AT_LATEST = Duration.ofMinutes(10);

  private Admission() {}

  /**
   * Commits the writes, and what lets the run act on the systems now. The caller says {@code left}
   * to the holds when the act is over.
   *
   * @param guards of the targets, beside the run's own
   * @param alone whether the acts need exclusive systems alone (they are not pure)
   * @return null when it may act; else nothing was written
   */
  static @Nullable Settlement enter(
      Scope scope,
      Set<SystemRef> systems,
      int weight,
      boolean alone,
      List<? extends Write> guards,
      List<? extends Write> writes) {
    var entry = scope.holds().enter(systems, weight, alone, scope.lease().now());
    var unit = new ArrayList<Write>(scope.guards().acts());
    unit.addAll(guards);
    unit.addAll(entry.writes());
    unit.addAll(writes);
    try {
      scope.commit(unit);
      return null;
    } catch (CommitFailed.Refused e) {
      scope.holds().refused(entry);
      return waiting(e.refusal(), systems, entry.weight(), scope.lease().now());
    }
  }

  /**
   * Opens holds on systems as wide as there is room, for many acts that are not exclusive.
   *
   * @param weight wanted
   * @return the weight that was had, 1 where there was no room yet: whoever acts waits for it
   */
  static int widen(Scope scope, Set<SystemRef> systems, int weight, List<? extends Write> guards) {
    for (int wide = weight; wide > 1; wide = Math.ceilDiv(wide, 2)) {
      if (enter(scope, systems, wide, false, guards, List.of()) == null) {
        scope.holds().left(systems, scope.lease().now(), false);
        return wide;
      }
    }
    return 1;
  }

  private static Settlement waiting(
      Refusal refusal, Set<SystemRef> systems, int weight, Instant now) {
    var awaited =
        switch (refusal.reason()) {
          case "system" -> Optional.of(Awaited.systems(exclusive(systems)));
          case Capacity.FULL -> Optional.of(Awaited.capacity(weight));
          case "upstream" -> Optional.of(Awaited.NOTHING);
          default -> Optional.<Awaited>empty();
        };
    return awaited
        .<Settlement>map(
            it ->
                new Settlement.Wait(
                    refusal.until().orElseGet(() -> now.plus(AT_LATEST)),
                    refusal.reason(),
                    refusal.detail(),
                    it))
        .orElseGet(() -> new Settlement.Refused(refusal));
  }

  private static Set<SystemId> exclusive(Set<SystemRef> systems) {
    return systems.stream()
        .filter(SystemRef::exclusive)
        .map(SystemRef::id)
        .collect(Collectors.toSet());
  }
}
