package io.ganglion.api.approval;

import io.ganglion.api.Public;
import io.ganglion.api.limit.Limits;
import io.ganglion.approval.Approvals.Verdict;
import io.ganglion.approval.link.Links;
import io.ganglion.audit.Actor;
import io.ganglion.kernel.NotFound;
import io.ganglion.tenant.Tenants;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Approvals, for whoever was sent a link. */
@Path("/api/v1/approval-links/{token}")
@Tag(name = "approvals")
@RunOnVirtualThread
public class ApprovalLinkResource {
  private static final String WHY =
      "The token in the address names the tenant and is signed with its key";

  private final Links links;
  private final Tenants tenants;
  private final Limits limits;
  private final Actor actor;
  private final CurrentVertxRequest connection;

  ApprovalLinkResource(
      Links links, Tenants tenants, Limits limits, Actor actor, CurrentVertxRequest connection) {
    this.links = links;
    this.tenants = tenants;
    this.limits = limits;
    this.actor = actor;
    this.connection = connection;
  }

  @GET
  @Public(WHY)
  @APIResponse(responseCode = "200", description = "What it asks for")
  @APIResponse(
      responseCode = "410",
      description = "It has expired, was used, or in whose name it decides may no longer")
  @Operation(
      summary = "See what a link asks for",
      description =
          "Changes nothing, since programs follow links in mails: only the two operations below"
              + " decide.")
  public RestResponse<OpenedLinkView> open(@PathParam("token") String token) {
    enter(token);
    var opened = links.open(token);
    var tenant =
        tenants.find(opened.link().tenant()).orElseThrow(() -> new NotFound("link")).name();
    return RestResponse.ResponseBuilder.ok(OpenedLinkView.of(opened, tenant))
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Path("/approve")
  @Public(WHY)
  @APIResponse(responseCode = "200", description = "Approved, and the link is used up")
  @APIResponse(responseCode = "410", description = "As for the link itself")
  @Operation(
      summary = "Approve by a link",
      description = "The run goes on with exactly what was shown. The link decides nothing more.")
  public LinkDecisionView approve(@PathParam("token") String token, @Nullable DecisionBody body) {
    return decide(token, Verdict.APPROVE, body);
  }

  @POST
  @Path("/reject")
  @Public(WHY)
  @APIResponse(responseCode = "200", description = "Rejected, and the link is used up")
  @APIResponse(responseCode = "410", description = "As for the link itself")
  @Operation(
      summary = "Reject by a link",
      description = "What was asked is not done. The link decides nothing more.")
  public LinkDecisionView reject(@PathParam("token") String token, @Nullable DecisionBody body) {
    return decide(token, Verdict.REJECT, body);
  }

  private LinkDecisionView decide(String token, Verdict verdict, @Nullable DecisionBody body) {
    var comment = body == null ? null : body.checked();
    enter(token);
    return LinkDecisionView.of(links.decide(token, verdict, comment));
  }

  private void enter(String token) {
    try {
      var link = links.find(token);
      limits.enter(connection.getCurrent(), link.tenant(), link.id().toString());
      actor.become(link.actor(), from());
    } catch (NotFound e) {
      limits.refuse(from()); // who guesses rests
      throw e;
    }
  }

  private @Nullable String from() {
    var address = connection.getCurrent().request().remoteAddress();
    return address == null ? null : address.hostAddress();
  }
}
