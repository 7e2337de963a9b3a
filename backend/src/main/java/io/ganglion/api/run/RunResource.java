package io.ganglion.api.run;

import io.ganglion.agent.Agents;
import io.ganglion.api.LabKey;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.effect.EffectPages;
import io.ganglion.api.effect.EffectView;
import io.ganglion.effect.EffectStore;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.run.Acknowledgements;
import io.ganglion.run.NewRun;
import io.ganglion.run.Receipts;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.run.SessionEnding;
import io.ganglion.run.Sessions;
import io.ganglion.tenant.TenantProblem;
import io.ganglion.workflow.Workflows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Runs. */
@Path("/api/v1/runs")
@Tag(name = "runs")
@RunOnVirtualThread
public class RunResource {
  private final Caller caller;
  private final Runs runs;
  private final Sessions sessions;
  private final Workflows workflows;
  private final Agents agents;
  private final EffectStore effects;
  private final Receipts receipts;
  private final Acknowledgements acknowledgements;
  private final LabDoor door;

  RunResource(
      Caller caller,
      Runs runs,
      Sessions sessions,
      Workflows workflows,
      Agents agents,
      EffectStore effects,
      Receipts receipts,
      Acknowledgements acknowledgements,
      LabDoor door) {
    this.caller = caller;
    this.runs = runs;
    this.sessions = sessions;
    this.workflows = workflows;
    this.agents = agents;
    this.effects = effects;
    this.receipts = receipts;
    this.acknowledgements = acknowledgements;
    this.door = door;
  }

  @POST
  @LabKey
  @Scope("runs:write")
  @Operation(
      summary = "Start a run",
      description =
          "Accepted means committed: from now on the run ends, or says what it waits for.")
  @APIResponse(responseCode = "202", description = "Accepted; Location says where to look")
  @APIResponse(responseCode = "402", description = "An invoice is overdue")
  @APIResponse(responseCode = "404", description = "There is no such workflow or agent")
  public RestResponse<RunView> start(StartRunBody body) {
    var tenant = caller.tenant();
    mayStart(body.agent());
    var input = body.input() == null ? Json.object() : body.input();
    var id = new RunId(caller.request());
    var run =
        RunView.of(
            body.sessionAgent()
                .map(agent -> NewRun.session(tenant, id, agent, input, body.rank()))
                .map(session -> sessions.start(session.in(caller.identity().lab())))
                .orElseGet(
                    () ->
                        runs.start(
                            new NewRun(
                                    tenant,
                                    id,
                                    workflows.id(tenant, body.reference()),
                                    body.agent(),
                                    input,
                                    body.rank(),
                                    null)
                                .in(caller.identity().lab()))));
    return started(run);
  }

  /** Whether the tenant may start runs, and of this agent. */
  private void mayStart(@Nullable AgentId agent) {
    if (caller.identity().suspended()) {
      throw TenantProblem.suspended();
    }
    if (agent != null) {
      agents.get(caller.tenant(), agent);
    }
  }

  static RestResponse<RunView> started(RunView run) {
    return RestResponse.ResponseBuilder.<RunView>accepted()
        .location(URI.create("/api/v1/runs/" + run.id()))
        .entity(run)
        .build();
  }

  @POST
  @Path("/{id}/retry")
  @Scope("runs:write")
  @Operation(
      summary = "Retry a run",
      description =
          "Starts another run of the same workflow version, with the same agent, input and priority, after one"
              + " that ended as FAILED, CANCELLED or COMPENSATED. It does all of it: what the first one did and"
              + " did not take back stays done.")
  @APIResponse(responseCode = "202", description = "Accepted; Location says where to look")
  @APIResponse(responseCode = "402", description = "An invoice is overdue")
  public RestResponse<RunView> retry(@PathParam("id") RunId id) {
    mayStart(runs.get(caller.tenant(), id).agent());
    return started(RunView.of(runs.retry(caller.tenant(), id, new RunId(caller.request()))));
  }

  @GET
  @Scope("runs:read")
  @Operation(
      summary = "List runs",
      description =
          "Newest first; narrow by state, agent, workflow, or the run that started them. For one page at most 10,000 runs"
              + " are looked through: a narrowed page may have fewer than asked for, or none, and a cursor all the same.")
  public Listing<RunView> list(
      @QueryParam("state") @Nullable RunState state,
      @Parameter(description = "Runs of this agent", example = "agt_01h2xcejqtf2nbrexx3vqjhp41")
          @QueryParam("agent")
          @Nullable AgentId agent,
      @Parameter(
              description =
                  "Runs of all versions of namespace/name, or of the version with this identifier",
              example = "demo/campaign")
          @QueryParam("workflow")
          @Nullable String workflow,
      @Parameter(
              description = "Runs that this run started",
              example = "run_01h2xcejqtf2nbrexx3vqjhp41")
          @QueryParam("parent")
          @Nullable RunId parent,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, RunId::fromString));
    var filter = RunFilters.of(state, agent, workflow, parent);
    var page = runs.list(caller.tenant(), filter, request.limit(), before);
    return Listing.of(page, RunView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("runs:read")
  @Operation(summary = "Get a run")
  public RunView get(@PathParam("id") RunId id) {
    return RunView.of(runs.get(caller.tenant(), id));
  }

  @GET
  @Path("/{id}/steps")
  @Scope("runs:read")
  @Operation(
      summary = "List a run's steps",
      description = "Every task visit that has ended, in the order they started.")
  public Listing<StepView> steps(
      @PathParam("id") RunId id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var after =
        request.cursor().map(at -> Listing.cursor(at, StepCursor::parse)).orElse(StepCursor.START);
    var page = runs.steps(caller.tenant(), id, request.limit(), after.seq(), after.position());
    return Listing.of(page, StepView::of);
  }

  @GET
  @Path("/{id}/effects")
  @Scope("effects:read")
  @Operation(summary = "List a run's effects", description = "In the order they were intended.")
  public Listing<EffectView> effects(
      @PathParam("id") RunId id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    runs.get(caller.tenant(), id);
    return EffectPages.of(caller.tenant(), effects, id, null, limit, cursor);
  }

  @GET
  @Path("/{id}/receipt")
  @Scope("runs:read")
  @Operation(
      summary = "Get a run's receipt",
      description = "Effects, holds, depth and breadth, state versions, charge.")
  public ReceiptView receipt(@PathParam("id") RunId id) {
    var run = runs.get(caller.tenant(), id);
    var lines = EffectPages.all(caller.tenant(), effects, id);
    return ReceiptView.of(run, receipts.of(caller.tenant(), id), lines);
  }

  @POST
  @LabKey
  @Path("/{id}/signal")
  @Scope("runs:write")
  @Operation(
      summary = "Signal a run",
      description =
          "Stores an event that this run alone sees. It counts whether the run listens already or"
              + " begins to later.")
  @APIResponse(responseCode = "202", description = "Stored; the run as it is")
  public RestResponse<RunView> signal(@PathParam("id") RunId id, SignalBody body) {
    door.check(id);
    runs.signal(caller.tenant(), id, body.toEvent(id, caller.request(), Instant.now()));
    return RestResponse.accepted(RunView.of(runs.get(caller.tenant(), id)));
  }

  @POST
  @LabKey
  @Path("/{id}/cancel")
  @Scope("runs:write")
  @Operation(
      summary = "Cancel a run",
      description =
          "After the answer nothing new is dispatched for it; in_flight names what was under way."
              + " Compensation runs where tasks ask for it.")
  public CancelView cancel(@PathParam("id") RunId id) {
    door.check(id);
    List<EffectId> inFlight = runs.cancel(caller.tenant(), id);
    return new CancelView(RunView.of(runs.get(caller.tenant(), id)), inFlight);
  }

  @POST
  @Path("/{id}/acknowledge")
  @Scope("effects:write")
  @Operation(
      summary = "Acknowledge what can't be taken back",
      description =
          "For a run in NEEDS_ATTENTION whose waiting_for has a subject: an effect that has no"
              + " undo, whose undo failed, or whose own task to take it back failed. Says that it"
              + " stays, or was dealt with by hand; the run goes on and ends FAILED. Saying it"
              + " again changes nothing.")
  @APIResponse(responseCode = "202", description = "Noted; the run goes on")
  public RestResponse<RunView> acknowledge(@PathParam("id") RunId id, AcknowledgeBody body) {
    acknowledgements.give(caller.tenant(), id, body.named(), caller.actor(), body.said());
    return RestResponse.accepted(RunView.of(runs.get(caller.tenant(), id)));
  }

  @POST
  @LabKey
  @Path("/{id}/complete")
  @Scope("runs:write")
  @Operation(
      summary = "Complete a session",
      description =
          "It takes no more steps; once those it has are done the run has SUCCEEDED, whatever they"
              + " came to.")
  @APIResponse(responseCode = "202", description = "It takes no more steps")
  public RestResponse<RunView> complete(@PathParam("id") RunId id) {
    door.check(id);
    return RestResponse.accepted(
        RunView.of(sessions.end(caller.tenant(), id, SessionEnding.COMPLETE)));
  }

  @POST
  @LabKey
  @Path("/{id}/compensate")
  @Scope("runs:write")
  @Operation(
      summary = "Compensate a session",
      description =
          "It begins nothing new and takes back what landed, the latest first. COMPENSATED when all"
              + " of it was taken back, FAILED naming what has no undo, CANCELLED when nothing had"
              + " landed.")
  @APIResponse(responseCode = "202", description = "It takes back what landed")
  public RestResponse<RunView> compensate(@PathParam("id") RunId id) {
    door.check(id);
    return RestResponse.accepted(
        RunView.of(sessions.end(caller.tenant(), id, SessionEnding.COMPENSATE)));
  }
}
