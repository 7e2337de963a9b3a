package io.ganglion.api.approval;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.ShownOnce;
import io.ganglion.approval.ApprovalFilter;
import io.ganglion.approval.ApprovalState;
import io.ganglion.approval.Approvals;
import io.ganglion.approval.Approvals.Verdict;
import io.ganglion.approval.link.Links;
import io.ganglion.identity.Caller;
import io.ganglion.identity.Decider;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.LinkId;
import io.ganglion.kernel.RunId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
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

/** What runs wait to be allowed. */
@Path("/api/v1/approvals")
@Tag(name = "approvals")
@RunOnVirtualThread
public class ApprovalResource {
  private final Caller caller;
  private final Approvals approvals;
  private final Links links;

  ApprovalResource(Caller caller, Approvals approvals, Links links) {
    this.caller = caller;
    this.approvals = approvals;
    this.links = links;
  }

  @GET
  @Scope("approvals:read")
  @Operation(
      summary = "List approvals",
      description = "Newest first; narrow by state (PENDING is the inbox), run and agent.")
  public Listing<ApprovalView> list(
      @QueryParam("state") @Nullable ApprovalState state,
      @QueryParam("run") @Nullable String run,
      @QueryParam("agent") @Nullable String agent,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, ApprovalId::fromString));
    var filter =
        new ApprovalFilter(
            Optional.ofNullable(state),
            Listing.narrowed("/run", run, RunId::fromString),
            Listing.narrowed("/agent", agent, AgentId::fromString));
    var page = approvals.list(caller.tenant(), filter, request.limit(), before);
    return Listing.of(page, ApprovalView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("approvals:read")
  @Operation(summary = "Get an approval")
  public ApprovalView get(@PathParam("id") ApprovalId id) {
    return ApprovalView.of(approvals.get(caller.tenant(), id));
  }

  @POST
  @Path("/{id}/approve")
  @Scope("approvals:write")
  @Operation(
      summary = "Approve",
      description =
          "The run goes on with exactly what was shown. The same decision again answers the first"
              + " one; another is refused. Where approvers are named, only they may; an API key"
              + " only by its identifier.")
  public ApprovalView approve(@PathParam("id") ApprovalId id, @Nullable DecisionBody body) {
    return decide(id, Verdict.APPROVE, body);
  }

  @POST
  @Path("/{id}/reject")
  @Scope("approvals:write")
  @Operation(
      summary = "Reject",
      description =
          "What was asked is not done. The same decision again answers the first one; another is"
              + " refused. Where approvers are named, only they may; an API key only by its"
              + " identifier.")
  public ApprovalView reject(@PathParam("id") ApprovalId id, @Nullable DecisionBody body) {
    return decide(id, Verdict.REJECT, body);
  }

  @POST
  @Path("/{id}/links")
  @Scope("approvals:write")
  @ResponseStatus(201)
  @ShownOnce
  @APIResponse(responseCode = "201", description = "Made; the address is never shown again")
  @Operation(
      summary = "Make a link that decides",
      description =
          "Whoever knows its address sees what is asked and decides it in your name, once, without"
              + " signing in: bring it to them yourself. Where approvers are named, only they make"
              + " links.")
  public LinkView link(
      @PathParam("id") ApprovalId id,
      @Valid @NotNull(message = "send a JSON object") LinkBody body) {
    var valid = body.checked(links.longest());
    var name = new LinkId(caller.request());
    return LinkView.of(
        links.make(caller.tenant(), name, id, Decider.of(caller), body.sentTo(), valid));
  }

  private ApprovalView decide(ApprovalId id, Verdict verdict, @Nullable DecisionBody body) {
    var comment = body == null ? null : body.checked();
    return ApprovalView.of(
        approvals.decide(caller.tenant(), id, verdict, Decider.of(caller), comment));
  }
}
