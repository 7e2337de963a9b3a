package io.ganglion.api.agent;

import io.ganglion.agent.Agents;
import io.ganglion.api.Scope;
import io.ganglion.api.Times;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.run.AgentDepths;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How deep an agent coordinated. */
@Path("/api/v1/agents/{id}/depth")
@Tag(name = "agents")
@RunOnVirtualThread
public class AgentDepthResource {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int POINTS = 96;

  private final Caller caller;
  private final Agents agents;
  private final AgentDepths depths;
  private final Clock clock = Clock.systemUTC();

  AgentDepthResource(Caller caller, Agents agents, AgentDepths depths) {
    this.caller = caller;
    this.agents = agents;
    this.depths = depths;
  }

  @GET
  @Scope("usage:read")
  @Operation(
      summary = "Get an agent's depth over time",
      description =
          "How many systems its runs held at once, in equal parts of a span: all it held, what isn't billed included.")
  public AgentDepthView get(
      @PathParam("id") AgentId id,
      @Parameter(
              description = "Begin of the span; a day before its end if left out",
              example = "2026-12-01T00:00:00Z")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description = "End of the span, at most 31 days after it began; now if left out",
              example = "2026-12-02T00:00:00Z")
          @QueryParam("to")
          @Nullable String to,
      @Parameter(
              description = "How many parts, 1 to 500; 96 if left out",
              schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "500"),
              example = "96")
          @QueryParam("points")
          @Nullable String points) {
    agents.get(caller.tenant(), id);
    var end = to == null ? clock.instant() : Times.read("/to", to);
    var begin = from == null ? end.minus(DAY) : Times.read("/from", from);
    var span = new AgentDepths.Span(begin, end, points == null ? POINTS : number(points));
    return AgentDepthView.of(depths.of(caller.tenant(), id, span));
  }

  private static int number(String points) {
    try {
      return Integer.parseInt(points);
    } catch (NumberFormatException e) {
      throw new InvalidRequest("/points", "send a number from 1 to " + AgentDepths.MOST_POINTS);
    }
  }
}
