package io.ganglion.api.spend;

import io.ganglion.agent.Agents;
import io.ganglion.api.Scope;
import io.ganglion.api.Times;
import io.ganglion.connection.Connections;
import io.ganglion.coordination.Spends;
import io.ganglion.identity.Caller;
import io.ganglion.run.Runs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Money that acts cost at their platforms. */
@Path("/api/v1/spend")
@Tag(name = "usage")
@RunOnVirtualThread
public class SpendResource {
  private final Caller caller;
  private final Spends spends;
  private final Agents agents;
  private final Connections connections;
  private final Runs runs;
  private final Clock clock = Clock.systemUTC();

  SpendResource(Caller caller, Spends spends, Agents agents, Connections connections, Runs runs) {
    this.caller = caller;
    this.spends = spends;
    this.agents = agents;
    this.connections = connections;
    this.runs = runs;
  }

  @GET
  @Scope("usage:read")
  @Operation(
      summary = "Get what acts have cost",
      description =
          "Of acts through connections with prices: what they cost at their platforms, by the tenant, its agents and its"
              + " connections, with their caps. It is no part of what the tenant pays here.")
  public SpendView get(
      @Parameter(description = "A month of UTC; this one if left out", example = "2026-12")
          @QueryParam("month")
          @Nullable String month) {
    return view(month == null ? YearMonth.now(clock) : Times.month(month));
  }

  private SpendView view(YearMonth month) {
    return SpendView.of(month, spends.sums(caller.tenant(), month));
  }

  @PUT
  @Path("/caps")
  @Scope("billing:write")
  @Operation(
      summary = "Set a spend cap",
      description =
          "The most that acts may cost in each calendar month, in one currency: of the tenant, of an agent's runs or of a"
              + " connection. Money is set aside before each dispatch, so that a cap is never passed; runs that would pass"
              + " it wait until it is raised or the month is over. With null for an amount the cap is taken away.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SpendView.class)))
  @APIResponse(responseCode = "404", description = "There is no such agent or connection")
  public SpendView cap(@NotNull(message = "send a JSON object") SpendCapBody body) {
    var tenant = caller.tenant();
    var subject = body.subject(tenant);
    var most = body.most();
    if (body.agent() != null) {
      agents.get(tenant, body.agent());
    }
    if (body.connection() != null) {
      connections.get(tenant, body.connection());
    }
    if (most == null) {
      spends.uncap(tenant, subject, body.inCurrency());
    } else {
      spends.cap(tenant, subject, most);
    }
    runs.wakeAll(tenant, Spends.REASON);
    return view(YearMonth.now(clock));
  }
}
