package io.ganglion.api.usage;

import io.ganglion.api.billing.CapacityView;
import io.ganglion.billing.Allotment;
import io.ganglion.effect.EffectState;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.run.CoordinationMap;
import io.ganglion.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is coordinated at one instant, as callers see it. */
@Schema(
    name = "CoordinationMap",
    description =
        "Who acts on what at this instant, at most 300 of each kind; of effects, 300 of each state.")
public record CoordinationMapView(
    List<AgentOnMap> agents,
    List<ConnectionOnMap> connections,
    @Schema(
            description =
                "Runs that need somebody, that hold something, or have an effect that is not settled; of the thousand that"
                    + " were started last, those that work, too")
        List<RunOnMap> runs,
    @Schema(description = "Open ones, the latest first") List<HoldOnMap> holds,
    @Schema(
            description =
                "UNKNOWN ones, DISPATCHED ones and INTENDED ones, of each the latest first")
        List<EffectOnMap> effects,
    @Schema(description = "Approvals that somebody is asked for") List<ApprovalId> approvals,
    CapacityView capacity,
    @Schema(description = "Whether there is more of something than is told; the lists have all")
        boolean cut) {

  /** Who acts. */
  @Schema(name = "AgentOnMap")
  public record AgentOnMap(
      AgentId id,
      String name,
      @Schema(description = "Since when it dispatches nothing; null: it is not paused")
          @Nullable Instant pausedAt) {
    private static AgentOnMap of(CoordinationMap.Agent agent) {
      return new AgentOnMap(agent.id(), agent.name(), agent.pausedAt());
    }
  }

  /** A connection, and the system behind it. */
  @Schema(name = "ConnectionOnMap")
  public record ConnectionOnMap(
      ConnectionId id,
      String name,
      @Schema(description = "The connector's name", examples = "x") String connector,
      @Schema(description = "For people", examples = "@ganglion_demo") String label,
      @Schema(description = "Two credentials for one account are one system") SystemId system,
      @Schema(enumeration = {"active", "paused", "reauthorize"}) String status) {
    private static ConnectionOnMap of(CoordinationMap.Account account) {
      return new ConnectionOnMap(
          account.id(),
          account.name(),
          account.connector(),
          account.label(),
          account.system(),
          account.status().name().toLowerCase(Locale.ROOT));
    }
  }

  /** A run that has to do with what is on the map. */
  @Schema(name = "RunOnMap")
  public record RunOnMap(
      RunId id,
      @Schema(description = "Who acts in it; null: nobody") @Nullable AgentId agent,
      RunState state) {
    private static RunOnMap of(CoordinationMap.Busy run) {
      return new RunOnMap(run.id(), run.agent(), run.state());
    }
  }

  /** A line of the map. */
  @Schema(name = "HoldOnMap")
  public record HoldOnMap(
      HoldId id,
      @Schema(description = "The root run") RunId run,
      @Schema(description = "The run of its family that opened it; null: the root itself")
          @Nullable RunId member,
      SystemId system,
      @Schema(description = "The connector's name", examples = "x") String connector,
      @Schema(
              description = "1, or one for each hundred calls in flight of a model pool",
              examples = "1")
          int weight) {
    private static HoldOnMap of(CoordinationMap.Open hold) {
      return new HoldOnMap(
          hold.id(), hold.run(), hold.member(), hold.system(), hold.connector(), hold.weight());
    }
  }

  /** What goes along a line. */
  @Schema(name = "EffectOnMap")
  public record EffectOnMap(
      EffectId id,
      RunId run,
      @Schema(
              description = "DSL pointer of the task visit, with visit indices",
              examples = "/do/2/post")
          String position,
      @Schema(description = "The connector's name", examples = "x") String connector,
      SystemId system,
      EffectState state) {
    private static EffectOnMap of(CoordinationMap.Unsettled effect) {
      return new EffectOnMap(
          effect.id(),
          effect.run(),
          effect.position(),
          effect.connector(),
          effect.system(),
          effect.state());
    }
  }

  static CoordinationMapView of(CoordinationMap map, Allotment capacity) {
    return new CoordinationMapView(
        map.agents().stream().map(AgentOnMap::of).toList(),
        map.accounts().stream().map(ConnectionOnMap::of).toList(),
        map.runs().stream().map(RunOnMap::of).toList(),
        map.holds().stream().map(HoldOnMap::of).toList(),
        map.effects().stream().map(EffectOnMap::of).toList(),
        map.approvals(),
        CapacityView.of(capacity),
        map.cut());
  }
}
