package io.ganglion.coordination;

import io.ganglion.db.Write;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The holds one run has open, in its worker's memory; the rows follow in the commits of the acts that change them.
 * Thread-safe: a run's branches share it.
 *
 * <p>A hold opens at the first dispatch on a system and closes at the earliest of park, run end and {@link #TAIL} after the
 * last activity; the tail counts.
 */
public final class RunHolds {
  /** How long a hold stays open after the last activity on its system. */
  public static final Duration TAIL = Duration.ofSeconds(10);

  private final TenantId tenant;
  private final RunId run;
  private final Map<SystemId, Held> open = new HashMap<>();
  private final Set<SystemId> reserved = new HashSet<>();
  private int peak;

  private static final class Held {
    final HoldId id;
    final int weight;
    int active;
    Instant last;

    Held(HoldId id, int weight, Instant last) {
      this.id = id;
      this.weight = weight;
      this.last = last;
    }
  }

  /** @param peak the deepest the run has been so far */
  public RunHolds(TenantId tenant, RunId run, int peak) {
    this.tenant = tenant;
    this.run = run;
    this.peak = peak;
  }

  /**
   * What has to be written, in one unit with the intents, before acts on these systems may be dispatched. Call {@link
   * #entered} when it is committed.
   *
   * @param weight of each system's hold
   * @param alone whether the acts need exclusive systems alone (they are not pure)
   */
  public synchronized List<Write> entering(Collection<SystemRef> systems, int weight, boolean alone, Instant now) {
    var writes = new ArrayList<Write>();
    for (var system : systems) {
      writes.add(new HoldWrite.Unpaused(tenant, system.id()));
      if (alone && system.exclusive() && !reserved.contains(system.id())) {
        writes.add(new HoldWrite.Reserve(tenant, system.id(), run));
      }
      var held = open.get(system.id());
      if (held == null) {
        writes.add(new HoldWrite.Meet(tenant, system));
        held = new Held(HoldId.next(), weight, now);
        held.active = -1; // not committed yet: entered() makes it count
        open.put(system.id(), held);
        writes.add(
            new HoldWrite.Open(tenant, held.id, run, system.id(), system.connector(), weight, now));
      }
    }
    return writes;
  }
}
