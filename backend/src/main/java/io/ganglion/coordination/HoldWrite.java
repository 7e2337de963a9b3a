package io.ganglion.coordination;

import io.ganglion.db.Write;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run writes of its holds, always in the commit of the act that causes it. */
public sealed interface HoldWrite extends Write {
  /** Makes sure the system's row is there; systems of HTTP origins come to be when first met. */
  record Meet(TenantId tenant, SystemRef system) implements HoldWrite {}

  /**
   * Takes an exclusive system for a run's family, or finds that the family has it; refused while
   * another one does.
   */
  record Reserve(Holder holder, SystemId system) implements HoldWrite {
    @Override
    public TenantId tenant() {
      return holder.tenant();
    }
  }

  /**
   * Gives systems back, save those that its family still holds or on which it has an effect whose
   * fate is open, and takes the run's place in the queues of those it waits for; it leaves all
   * other queues.
   */
  record Turn(Holder holder, Set<SystemId> gives, Awaited awaited) implements HoldWrite {
    @Override
    public TenantId tenant() {
      return holder.tenant();
    }
  }

  /**
   * Moves the tenant's used capacity as a run's claim on a system goes from one weight to another:
   * refused where it would pass what the tenant may hold, or where somebody else has waited so long
   * that what is free is theirs. What members of a family hold of one system at once counts once.
   *
   * @param ends the stretch that ends with it; null where none does
   * @param from what that counted; 0 without one
   * @param to what counts from now on; where it isn't more than before, it is never refused
   * @param needs what counts of all that opens with it, which is more than its own in a group
   */
  record Admit(Holder holder, SystemId system, @Nullable HoldId ends, int from, int to, int needs)
      implements HoldWrite {
    /** The same as one of several. */
    Admit among(int all) {
      return new Admit(holder, system, ends, from, to, all);
    }

    @Override
    public TenantId tenant() {
      return holder.tenant();
    }
  }

  /**
   * Takes the run's place among those that wait for capacity, or leaves it.
   *
   * @param weight what it needs at once; 0 where it waits no more
   */
  record Line(Holder holder, int priority, int weight) implements HoldWrite {
    @Override
    public TenantId tenant() {
      return holder.tenant();
    }
  }

  /**
   * Starts a stretch.
   *
   * @param zeroRate why it isn't billed; null where it is
   */
  record Open(
      Holder holder,
      HoldId id,
      SystemId system,
      String connector,
      int weight,
      @Nullable ZeroRate zeroRate,
      Instant at)
      implements HoldWrite {
    @Override
    public TenantId tenant() {
      return holder.tenant();
    }
  }

  /** Ends a stretch. */
  record Close(TenantId tenant, HoldId id, Instant at, CloseReason reason) implements HoldWrite {}

  /** A part of a stretch in which the platform failed: it isn't billed. */
  record Fault(TenantId tenant, HoldId id, Instant from, Instant to) implements HoldWrite {}

  /** Why a stretch ended. */
  enum CloseReason {
    PARK,
    END,
    IDLE,
    /** It goes on with another weight. */
    WEIGHT,
    RESCUE,
    /** It goes on, and isn't billed any more. */
    ZERO
  }

  /** Why all of a stretch isn't billed, nor counted against capacity. */
  enum ZeroRate {
    LABORATORY,
    COMPENSATION
  }
}
