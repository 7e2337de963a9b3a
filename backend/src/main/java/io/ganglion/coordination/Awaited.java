package io.ganglion.coordination;

import io.ganglion.kernel.SystemId;
import java.util.HashSet;
import java.util.Set;

/**
 * Exclusive systems a run waits for.
 *
 * @param together whether it can use none of them without the others
 */
public record Awaited(Set<SystemId> systems, boolean together) {
  public static final Awaited NOTHING = new Awaited(Set.of(), false);

  public Awaited {
    systems = Set.copyOf(systems);
  }

  /** What two branches of one run wait for. */
  public Awaited and(Awaited other) {
    var both = new HashSet<>(systems);
    both.addAll(other.systems);
    return new Awaited(both, together || other.together);
  }
}
