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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant coordinates at one instant.
 *
 * @param runs those that work or need somebody, and those that hold or have sent something
 * @param holds open ones
 * @param effects INTENDED, DISPATCHED and UNKNOWN ones
 * @param approvals pending ones
 */
public record CoordinationMap(
    List<Agent> agents,
    List<Account> accounts,
    List<Busy> runs,
    List<Open> holds,
    List<Unsettled> effects,
    List<ApprovalId> approvals) {
  /** The most of each that is told. */
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
      HoldId id,
      RunId run,
      @Nullable RunId member,
      SystemId system,
      String connector,
      int weight) {}

  /** An effect whose fate isn't decided. */
  public record Unsettled(
      EffectId id,
      RunId run,
      String position,
      String connector,
      SystemId system,
      EffectState state) {}

  /** Whether there is more of something than is told. */
  public boolean cut() {
    return Stream.of(agents, accounts, runs, holds, effects, approvals)
        .anyMatch(all -> all.size() >= MOST);
  }
}
