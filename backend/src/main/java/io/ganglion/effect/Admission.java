package io.ganglion.effect;

import io.ganglion.coordination.Awaited;
import io.ganglion.coordination.Capacity;
import io.ganglion.coordination.Probe;
import io.ganglion.coordination.RunHolds;
import io.ganglion.coordination.Spends;
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

  private static final Set<String> NO_ROOM = Set.of(Capacity.FULL, Capacity.TOO_DEEP);

  private Admission() {}

  /**
   * Commits the writes, and what lets the run act on the systems now. The caller says {@code left}
   * to the holds when the act is over. Where calls count and there isn't room for all of them it
   * goes on with fewer at once.
   *
   * @param calls that are expected at once, of those that it is one of; 0 where calls don't count
   * @param guards of the targets, beside the run's own
   * @param alone whether the acts need exclusive systems alone (they are not pure)
   * @param probe the act itself: others may wait for its answer; null where nothing is sent yet
   * @return null when it may act; else nothing was written
   */
  static @Nullable Settlement enter(
      Scope scope,
      Set<SystemRef> systems,
      int calls,
      boolean alone,
      @Nullable Probe probe,
      List<? extends Write> guards,
      List<? extends Write> writes) {
    int expected = calls;
    while (true) {
      var entry = scope.holds().enter(systems, expected, alone, probe, scope.lease()::now);
      var refusal = commit(scope, entry, guards, writes);
      if (refusal.isEmpty()) {
        return null;
      }
      boolean room = NO_ROOM.contains(refusal.get().reason());
      boolean narrower = calls > 0 && (entry.wider() || entry.needs() > 1);
      if (!room || !narrower) {
        return waiting(refusal.get(), systems, entry.needs(), scope.lease().now());
      }
      expected /= 2;
    }
  }

  /** Why it was refused; empty when it is through. */
  private static Optional<Refusal> commit(
      Scope scope,
      RunHolds.Entry entry,
      List<? extends Write> guards,
      List<? extends Write> writes) {
    var unit = new ArrayList<Write>(scope.guards().acts());
    unit.addAll(guards);
    unit.addAll(entry.writes());
    unit.addAll(writes);
    boolean through = false;
    boolean room = false;
    try {
      scope.commit(unit);
      through = true;
      return Optional.empty();
    } catch (CommitFailed.Refused e) {
      room = NO_ROOM.contains(e.refusal().reason());
      return Optional.of(e.refusal());
    } finally {
      if (through) {
        scope.holds().entered(entry);
      } else {
        scope.holds().refused(entry, room, scope.lease().now());
      }
    }
  }

  private static Settlement waiting(
      Refusal refusal, Set<SystemRef> systems, int weight, Instant now) {
    var awaited =
        switch (refusal.reason()) {
          case "system" -> Optional.of(Awaited.systems(exclusive(systems)));
          case Capacity.FULL -> Optional.of(Awaited.capacity(weight));
          case "upstream", Spends.REASON -> Optional.of(Awaited.NOTHING);
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
