package io.ganglion.effect;

import io.ganglion.coordination.Awaited;
import io.ganglion.coordination.SystemRef;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.Refusal;
import io.ganglion.db.Write;
import io.ganglion.kernel.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets a run act on systems: what guards its dispatches, the systems' reservations and the opening
 * of holds join the commit of the writes that need them.
 */
final class Admission {
  /**
   * A run that waits for its turn is woken by whoever ends the wait; this is for a lost wake-up.
   */
  private static final Duration AT_LATEST = Duration.ofSeconds(30);

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
    var unit = new ArrayList<Write>(scope.guards().get());
    unit.addAll(guards);
    unit.addAll(entry.writes());
    unit.addAll(writes);
    try {
      scope.commit(unit);
      return null;
    } catch (CommitFailed.Refused e) {
      scope.holds().refused(entry);
      return waiting(e.refusal(), systems, scope.lease().now());
    }
  }

  private static Settlement waiting(Refusal refusal, Set<SystemRef> systems, Instant now) {
    return switch (refusal.reason()) {
      case "system", "upstream", "capacity" ->
          new Settlement.Wait(
              refusal.until().orElseGet(() -> now.plus(AT_LATEST)),
              refusal.reason(),
              refusal.detail(),
              refusal.reason().equals("system") ? awaited(systems) : Awaited.NOTHING);
      default -> new Settlement.Refused(refusal);
    };
  }

  private static Awaited awaited(Set<SystemRef> systems) {
    Set<SystemId> exclusive =
        systems.stream()
            .filter(SystemRef::exclusive)
            .map(SystemRef::id)
            .collect(Collectors.toSet());
    return new Awaited(exclusive, exclusive.size() > 1);
  }
}
