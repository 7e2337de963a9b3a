package io.ganglion.api.member;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.identity.Caller;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.identity.Role;
import io.ganglion.identity.Scopes;
import io.ganglion.kernel.PersonId;
import io.ganglion.member.Member;
import io.ganglion.member.Members;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who belongs to the tenant. */
@Path("/api/v1")
@Tag(name = "members")
@RunOnVirtualThread
public class MemberResource {
  private final Caller caller;
  private final Members members;

  MemberResource(Caller caller, Members members) {
    this.caller = caller;
    this.members = members;
  }

  @GET
  @Path("/members")
  @Scope("members:read")
  @Operation(summary = "List members", description = "In the order they joined.")
  public Listing<MemberView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var after = request.cursor().map(at -> Listing.cursor(at, PersonId::fromString));
    return Listing.of(members.list(caller.tenant(), request.limit(), after), MemberView::of);
  }

  @POST
  @Path("/members")
  @Scope("members:write")
  @ResponseStatus(201)
  @APIResponse(responseCode = "201", description = "Added")
  @Operation(
      summary = "Add a service account",
      description =
          "A program that the identity provider gives access tokens to by client credentials. People"
              + " are invited instead.")
  public MemberView addService(@Valid @NotNull(message = "send a JSON object") ServiceBody body) {
    return MemberView.of(
        members.addService(
            caller.tenant(), mayGive(), body.toAccount(), RoleText.read(body.role())));
  }

  @GET
  @Path("/members/{id}")
  @Scope("members:read")
  @Operation(summary = "Get a member")
  public RestResponse<MemberView> get(@PathParam("id") PersonId id) {
    return tagged(members.get(caller.tenant(), id));
  }

  @PATCH
  @Path("/members/{id}")
  @Scope("members:write")
  @Operation(
      summary = "Change a member's role",
      description = "Owners are changed by owners alone, and the last one stays.")
  public RestResponse<MemberView> changeRole(
      @PathParam("id") PersonId id,
      @Valid @NotNull(message = "send a JSON object") RoleBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(
        members.changeRole(
            caller.tenant(),
            mayGive(),
            id,
            RoleText.read(body.role()),
            Versions.expected(ifMatch)));
  }

  @DELETE
  @Path("/members/{id}")
  @Scope("members:write")
  @APIResponse(responseCode = "204", description = "Taken out; they may do nothing more")
  @Operation(
      summary = "Take a member out",
      description = "From their next request on. API keys they made stay: revoke those apart.")
  public void remove(@PathParam("id") PersonId id) {
    members.remove(caller.tenant(), mayGive(), id);
  }

  @POST
  @Path("/members/{id}/transfer")
  @Scope(Scopes.TENANT_DELETE)
  @Operation(
      summary = "Make a member the owner",
      description = "The owner who asks becomes an admin.")
  public RestResponse<MemberView> transfer(@PathParam("id") PersonId id) {
    return tagged(members.transfer(caller.tenant(), self(), id));
  }

  @POST
  @Path("/tenant/leave")
  @Scope(Scope.ANY)
  @APIResponse(responseCode = "204", description = "Left")
  @Operation(summary = "Leave the tenant", description = "Its last owner can't.")
  public void leave() {
    members.leave(caller.tenant(), self());
  }

  private PersonId self() {
    return caller.person().orElseThrow(IdentityProblem::personOnly).id();
  }

  private Predicate<Role> mayGive() {
    return caller.identity()::mayGive;
  }

  private static RestResponse<MemberView> tagged(Member member) {
    return RestResponse.ResponseBuilder.ok(MemberView.of(member))
        .header("ETag", Versions.tag(member.version()))
        .build();
  }
}
