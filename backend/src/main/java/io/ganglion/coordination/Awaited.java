package io.ganglion.coordination;

import io.ganglion.kernel.SystemId;
import java.util.HashSet;
import java.util.Set;

/**
 * What a run waits for until others give it back: exclusive systems, or capacity.
 *
 * @param together those of the systems of which it can use none without the others
 * @param capacity the weight it needs at once; 0 where it waits for none
 */
public record Awaited(Set<SystemId> systems, Set<SystemId> together, int capacity) {
  public static final Awaited NOTHING = new Awaited(Set.of(), Set.of(), 0);

  public Awaited {
    systems = Set.copyOf(systems);
    together = Set.copyOf(together);
  }

  public static Awaited systems(Set<SystemId> systems) {
    return new Awaited(systems, systems.size() > 1 ? systems : Set.of(), 0);
  }

  public static Awaited capacity(int weight) {
    return new Awaited(Set.of(), Set.of(), weight);
  }

  /** Whether somebody who gives something back wakes the run. */
  public boolean any() {
    return capacity > 0 || !systems.isEmpty();
  }

  /** What two branches of one run wait for; either can go on alone. */
  public Awaited and(Awaited other) {
    var both = new HashSet<>(systems);
    both.addAll(other.systems);
    var joint = new HashSet<>(both);
    joint.removeAll(alone());
    joint.removeAll(other.alone());
    int least =
        capacity == 0 || other.capacity == 0
            ? Math.max(capacity, other.capacity)
            : Math.min(capacity, other.capacity);
    return new Awaited(both, joint, least);
  }

  private Set<SystemId> alone() {
    var alone = new HashSet<>(systems);
    alone.removeAll(together);
    return alone;
  }
}
