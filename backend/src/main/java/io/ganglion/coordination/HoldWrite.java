package io.ganglion.coordination;

import io.ganglion.db.Write;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.Set;

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

  /** Refused while the platform's pause of the system lasts. */
  record Unpaused(TenantId tenant, SystemId system) implements HoldWrite {}

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

  /** Starts a stretch. */
  record Open(Holder holder, HoldId id, SystemId system, String connector, int weight, Instant at)
      implements HoldWrite {
    @Override
    public TenantId tenant() {
      return holder.tenant();
    }
  }

  /** Ends a stretch. */
  record Close(TenantId tenant, HoldId id, Instant at, CloseReason reason) implements HoldWrite {}

  /** A platform said when it wants to be called again. */
  record Pause(TenantId tenant, SystemId system, Instant until) implements HoldWrite {}

  /** Why a stretch ended. */
  enum CloseReason {
    PARK,
    END,
    IDLE,
    WEIGHT,
    RESCUE
  }
}
