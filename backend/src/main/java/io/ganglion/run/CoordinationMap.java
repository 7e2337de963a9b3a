package io.ganglion.run;

import io.ganglion.connection.Connection;
import io.ganglion.effect.EffectState;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant coordinates at one instant.
 *
 * @param runs those that need somebody, those that hold or have sent something, and of those that
 *     were started last the ones that work
 * @param holds open ones
 * @param effects INTENDED, DISPATCHED and UNKNOWN ones
 * @param approvals pending ones
 * @param cut whether there is more of something than is told
 */
public record CoordinationMap(
    List<Agent> agents,
    List<Account> accounts,
    List<Busy> runs,
    List<Open> holds,
    List<Unsettled> effects,
    List<ApprovalId> approvals,
    boolean cut) {
  /** The most of each that is told; of effects and of runs the most of each state. */
  public static final int MOST = 300;

  /** Who acts. */
  public record Agent(AgentId id, String name, @Nullable Instant pausedAt) {}

  /** A connection, and the system behind it. */
  public record Account(
      ConnectionId id,
      String name,
      String connector,
      String label,
      SystemId system,
      Connection.Status status) {}

  /** A run that has to do with what is here. */
  public record Busy(RunId id, @Nullable AgentId agent, RunState state) {}

  /** A hold of a root run; {@code member}: the run of its family that opened it, if another. */
  public record Open(
      HoldId id, RunId run, @Nullable RunId member, SystemId system, String connector, int weight) {
    /** The run of the family that acts. */
    RunId acts() {
      return member == null ? run : member;
    }
  }

  /** An effect whose fate isn't decided. */
  public record Unsettled(
      EffectId id,
      RunId run,
      String position,
      String connector,
      SystemId system,
      EffectState state) {}
}
