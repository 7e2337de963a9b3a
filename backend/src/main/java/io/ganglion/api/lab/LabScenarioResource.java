package io.ganglion.api.lab;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.trial.Leaderboard;
import io.ganglion.trial.scenario.Scenarios;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be tried, and who is good at it. */
@Path("/api/v1/lab/scenarios")
@Tag(name = "lab")
@RunOnVirtualThread
public class LabScenarioResource {
  private final Caller caller;
  private final Scenarios scenarios;
  private final Leaderboard leaderboard;

  LabScenarioResource(Caller caller, Scenarios scenarios, Leaderboard leaderboard) {
    this.caller = caller;
    this.scenarios = scenarios;
    this.leaderboard = leaderboard;
  }

  @GET
  @Scope("lab:read")
  @Operation(summary = "List the scenarios", description = "All of them, from the simplest on.")
  public Listing<ScenarioView> list() {
    return new Listing<>(scenarios.all().stream().map(ScenarioView::of).toList(), null);
  }

  @GET
  @Path("/{name}")
  @Scope("lab:read")
  @Operation(summary = "Get a scenario")
  public ScenarioView get(@PathParam("name") String name) {
    return ScenarioView.of(scenarios.get(name));
  }

  @GET
  @Path("/{name}/leaderboard")
  @Scope("lab:read")
  @Operation(
      summary = "Get a scenario's leaderboard",
      description =
          "The tenant's workflows by their mean score over all judged trials, the best first, at"
              + " most 100.")
  public Listing<StandingView> leaderboard(@PathParam("name") String name) {
    var standings = leaderboard.of(caller.tenant(), name).stream().map(StandingView::of).toList();
    return new Listing<>(standings, null);
  }
}
