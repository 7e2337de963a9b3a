package io.ganglion.api.lab;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.workflow.WorkflowView;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.tenant.TenantProblem;
import io.ganglion.trial.Contests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Tournaments, evolutions and gates. */
@Path("/api/v1/lab")
@Tag(name = "lab")
@RunOnVirtualThread
public class LabContestResource {
  private static final String AN_OBJECT = "send a JSON object";
  private static final int MAX_VERSION = 128;

  private final Caller caller;
  private final Contests contests;

  LabContestResource(Caller caller, Contests contests) {
    this.caller = caller;
    this.contests = contests;
  }

  /** What the version that is kept is called. */
  @Schema(name = "KeepVariant")
  public record KeepBody(
      @Schema(
              required = true,
              description = "A semantic version that the workflow doesn't have yet",
              examples = "1.1.0")
          @Nullable String version) {
    String named() {
      if (version == null || version.length() > MAX_VERSION) {
        throw new InvalidRequest("/version", "send a semantic version, e.g. 1.1.0");
      }
      return version;
    }
  }

  @POST
  @Path("/tournaments")
  @Scope("lab:write")
  @ResponseStatus(202)
  @Operation(
      summary = "Start a tournament",
      description =
          "Several workflows, each on the same seeds, with their mean scores and 95 % confidence"
              + " intervals by Student's t.")
  @APIResponse(responseCode = "202", description = "Accepted; its trials are held")
  @APIResponse(responseCode = "402", description = "An invoice is overdue")
  @APIResponse(responseCode = "404", description = "There is no such workflow")
  @APIResponse(responseCode = "422", description = "A workflow can't stay in a world")
  public ContestView tournament(@NotNull(message = AN_OBJECT) TournamentBody body) {
    mayStart();
    return ContestView.of(contests.begin(body.wanted(caller.tenant(), caller.request())));
  }

  @POST
  @Path("/evolutions")
  @Scope("lab:write")
  @ResponseStatus(202)
  @Operation(
      summary = "Start an evolution",
      description =
          "A workflow and variants of it, in which its declared knobs are turned, by successive"
              + " halving: each round doubles the seeds, and the better half goes on. Nothing is"
              + " kept unless that is asked for.")
  @APIResponse(responseCode = "202", description = "Accepted; its trials are held")
  @APIResponse(responseCode = "402", description = "An invoice is overdue")
  @APIResponse(responseCode = "404", description = "There is no such workflow")
  @APIResponse(
      responseCode = "422",
      description = "The workflow declares no knobs, or can't stay in a world")
  public ContestView evolution(@NotNull(message = AN_OBJECT) EvolutionBody body) {
    mayStart();
    var wanted = body.wanted(caller.tenant(), caller.request());
    return ContestView.of(contests.evolve(wanted, body.reference()));
  }

  @POST
  @Path("/gate")
  @Scope("lab:write")
  @ResponseStatus(202)
  @Operation(
      summary = "Start a gate",
      description =
          "Whether a candidate is no worse than a baseline on the same seeds, by a paired,"
              + " one-sided t-test. Get the contest until its state is ended: passed is the word.")
  @APIResponse(responseCode = "202", description = "Accepted; its trials are held")
  @APIResponse(responseCode = "402", description = "An invoice is overdue")
  @APIResponse(responseCode = "404", description = "There is no such workflow")
  @APIResponse(responseCode = "422", description = "A workflow can't stay in a world")
  public ContestView gate(@NotNull(message = AN_OBJECT) GateBody body) {
    mayStart();
    return ContestView.of(contests.begin(body.wanted(caller.tenant(), caller.request())));
  }

  private void mayStart() {
    if (caller.identity().suspended()) {
      throw TenantProblem.suspended();
    }
  }

  @GET
  @Path("/contests")
  @Scope("lab:read")
  @Operation(
      summary = "List contests",
      description = "Tournaments, evolutions and gates, newest first.")
  public Listing<ContestView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, ContestId::fromString));
    return Listing.of(contests.list(caller.tenant(), request.limit(), before), ContestView::of);
  }

  @GET
  @Path("/contests/{id}")
  @Scope("lab:read")
  @Operation(summary = "Get a contest")
  public ContestView get(@PathParam("id") ContestId id) {
    return ContestView.of(contests.get(caller.tenant(), id));
  }

  @POST
  @Path("/contests/{id}/keep")
  @Scope("lab:write")
  @ResponseStatus(201)
  @Operation(
      summary = "Keep an evolution's winner",
      description = "Stores the variant as a new version of the workflow that was varied.")
  @APIResponse(responseCode = "201", description = "Stored")
  public WorkflowView keep(
      @PathParam("id") ContestId id, @NotNull(message = AN_OBJECT) KeepBody body) {
    return WorkflowView.of(contests.keep(caller.tenant(), id, body.named()));
  }
}
