package io.ganglion.coordination;

import io.ganglion.kernel.SystemId;
import java.util.HashSet;
import java.util.Set;

/**
 * What a run waits for until others give it back: exclusive systems, or capacity.
 *
 * @param together whether it can use none of the systems without the others
 * @param capacity the weight it needs at once; 0 where it waits for none
 */
public record Awaited(Set<SystemId> systems, boolean together, int capacity) {
  public static final Awaited NOTHING = new Awaited(Set.of(), false, 0);

  public Awaited {
    systems = Set.copyOf(systems);
  }

  public static Awaited systems(Set<SystemId> systems) {
    return new Awaited(systems, systems.size() > 1, 0);
  }

  public static Awaited capacity(int weight) {
    return new Awaited(Set.of(), false, weight);
  }

  /** Whether somebody who gives something back wakes the run. */
  public boolean any() {
    return capacity > 0 || !systems.isEmpty();
  }

  /** What two branches of one run wait for; either can go on alone. */
  public Awaited and(Awaited other) {
    var both = new HashSet<>(systems);
    both.addAll(other.systems);
    int least =
        capacity == 0 || other.capacity == 0
            ? Math.max(capacity, other.capacity)
            : Math.min(capacity, other.capacity);
    return new Awaited(both, together || other.together, least);
  }
}
