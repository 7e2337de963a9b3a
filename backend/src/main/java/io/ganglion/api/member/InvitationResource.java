package io.ganglion.api.member;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.identity.Person;
import io.ganglion.kernel.InvitationId;
import io.ganglion.member.Invitations;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Who is asked to join the tenant. */
@Path("/api/v1/invitations")
@Tag(name = "members")
@RunOnVirtualThread
public class InvitationResource {
  private final Caller caller;
  private final Invitations invitations;

  InvitationResource(Caller caller, Invitations invitations) {
    this.caller = caller;
    this.invitations = invitations;
  }

  @POST
  @Scope("members:write")
  @ResponseStatus(201)
  @APIResponse(responseCode = "201", description = "Invited; the mail goes out by itself")
  @Operation(
      summary = "Invite a person",
      description =
          "By mail, for seven days. Who accepts must sign in with that very address, verified.")
  public InvitationView invite(
      @Valid @NotNull(message = "send a JSON object") InvitationBody body) {
    var inviter = caller.person().map(Person::called).orElse("An administrator");
    return InvitationView.of(
        invitations.invite(
            caller.tenant(),
            new InvitationId(caller.request()),
            caller.identity()::mayGive,
            inviter,
            body.email(),
            RoleText.read(body.role())));
  }

  @GET
  @Scope("members:read")
  @Operation(summary = "List invitations", description = "Newest first, closed ones too.")
  public Listing<InvitationView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, InvitationId::fromString));
    return Listing.of(
        invitations.list(caller.tenant(), request.limit(), before), InvitationView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("members:read")
  @Operation(summary = "Get an invitation")
  public InvitationView get(@PathParam("id") InvitationId id) {
    return InvitationView.of(invitations.get(caller.tenant(), id));
  }

  @POST
  @Path("/{id}/resend")
  @Scope("members:write")
  @Operation(
      summary = "Send an invitation's mail again",
      description = "It is open for seven days anew, also if it had expired.")
  public InvitationView resend(@PathParam("id") InvitationId id) {
    return InvitationView.of(invitations.resend(caller.tenant(), caller.identity()::mayGive, id));
  }

  @POST
  @Path("/{id}/revoke")
  @Scope("members:write")
  @Operation(summary = "Take an invitation back")
  public InvitationView revoke(@PathParam("id") InvitationId id) {
    return InvitationView.of(invitations.revoke(caller.tenant(), id));
  }
}
