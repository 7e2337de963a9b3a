package io.ganglion.api.lab;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.TrialId;
import io.ganglion.tenant.TenantProblem;
import io.ganglion.trial.Trial;
import io.ganglion.trial.TrialState;
import io.ganglion.trial.Trials;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Trials. */
@Path("/api/v1/lab/trials")
@Tag(name = "lab")
@RunOnVirtualThread
public class LabTrialResource {
  private final Caller caller;
  private final Trials trials;

  LabTrialResource(Caller caller, Trials trials) {
    this.caller = caller;
    this.trials = trials;
  }

  @POST
  @Scope("lab:write")
  @ResponseStatus(202)
  @Operation(
      summary = "Start trials",
      description =
          "Each opens a world of its own – accounts, connections to them, faults by the seed –"
              + " starts the run in it and is judged by the platforms' journals when that has"
              + " ended, or at the scenario's limit. A workflow that names a connection outside of"
              + " the world is refused. Trials are free.")
  @APIResponse(responseCode = "202", description = "Accepted: each will be judged, or say why not")
  @APIResponse(responseCode = "402", description = "An invoice is overdue")
  @APIResponse(responseCode = "404", description = "There is no such workflow")
  @APIResponse(responseCode = "422", description = "The workflow can't stay in a world")
  public Listing<TrialView> start(@NotNull(message = "send a JSON object") TrialBody body) {
    if (caller.identity().suspended()) {
      throw TenantProblem.suspended();
    }
    var started = trials.start(body.wanted(caller.tenant(), caller.request()));
    return new Listing<>(started.stream().map(this::view).toList(), null);
  }

  @GET
  @Scope("lab:read")
  @Operation(
      summary = "List trials",
      description = "Newest first; narrow by scenario, state and contest.")
  public Listing<TrialView> list(
      @QueryParam("scenario") @Nullable String scenario,
      @QueryParam("state") @Nullable String state,
      @QueryParam("contest") @Nullable String contest,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var page =
        trials.list(
            caller.tenant(),
            Optional.ofNullable(scenario),
            state(state),
            Listing.narrowed("/contest", contest, ContestId::fromString),
            request.limit(),
            request.cursor().map(at -> Listing.cursor(at, TrialId::fromString)));
    return Listing.of(page, this::view);
  }

  private TrialView view(Trial trial) {
    return TrialView.of(trial, trials.input(trial));
  }

  private static Optional<TrialState> state(@Nullable String state) {
    try {
      return Optional.ofNullable(state).map(TrialState::of);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest("/state", "send queued, opening, running, judged or failed");
    }
  }

  @GET
  @Path("/{id}")
  @Scope("lab:read")
  @Operation(summary = "Get a trial")
  public TrialView get(@PathParam("id") TrialId id) {
    return view(trials.get(caller.tenant(), id));
  }

  @POST
  @Path("/{id}/finish")
  @Scope("lab:write")
  @ResponseStatus(202)
  @Operation(
      summary = "Finish an external agent's trial",
      description =
          "It is judged now: sessions take no more steps and end. Without this it is judged when"
              + " its sessions have ended.")
  @APIResponse(responseCode = "202", description = "It will be judged")
  public TrialView finish(@PathParam("id") TrialId id) {
    return view(trials.finish(caller.tenant(), id));
  }
}
