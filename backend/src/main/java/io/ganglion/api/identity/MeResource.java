package io.ganglion.api.identity;

import io.ganglion.api.SignedIn;
import io.ganglion.api.auth.SignIn;
import io.ganglion.api.auth.TenantHeader;
import io.ganglion.identity.Authentication;
import io.ganglion.identity.Caller;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.identity.Person;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.InvitationId;
import io.ganglion.kernel.NotFound;
import io.ganglion.member.Farewell;
import io.ganglion.member.Invitations;
import io.ganglion.member.Membership;
import io.ganglion.member.People;
import io.ganglion.tenant.Tenants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller itself. */
@Path("/api/v1/me")
@Tag(name = "me")
@RunOnVirtualThread
public class MeResource {
  private final Caller caller;
  private final Tenants tenants;
  private final People people;
  private final Invitations invitations;
  private final Farewell farewell;
  private final SignIn signIn;
  private final Authentication authentication;

  MeResource(
      Caller caller,
      Tenants tenants,
      People people,
      Invitations invitations,
      Farewell farewell,
      SignIn signIn,
      Authentication authentication) {
    this.caller = caller;
    this.tenants = tenants;
    this.people = people;
    this.invitations = invitations;
    this.farewell = farewell;
    this.signIn = signIn;
    this.authentication = authentication;
  }

  @GET
  @SignedIn(orKey = true)
  @Operation(
      summary = "Who am I",
      description =
          "The caller, the tenant and what may be done there; of a person also where else they"
              + " belong and what they are invited to. A person who belongs to no tenant yet, or"
              + " has not said which, has none here.")
  public MeView me(@Context ContainerRequestContext request) {
    var person = caller.person();
    if (person.isPresent()) {
      return of(person.get(), request);
    }
    var tenant = tenants.find(caller.tenant()).orElseThrow(() -> new NotFound("tenant"));
    return MeView.of(caller.identity(), tenant);
  }

  @DELETE
  @SignedIn
  @APIResponse(responseCode = "204", description = "Erased")
  @Operation(
      summary = "Delete my account",
      description =
          "A person leaves every tenant, and what names them is erased at once: their address and name, what they"
              + " are invited to, what they chose to be told. Tenants' audit logs keep what they did under their"
              + " identifier, which names nobody any more. Their account at the installation's own identity provider goes with"
              + " it. It is refused while a tenant would be left without an owner (`last_owner`).")
  public void delete(
      @Parameter(
              description =
                  "The person's own e-mail address as `GET /api/v1/me` shows it, so that it is meant; their identifier where they have none",
              required = true)
          @QueryParam("confirm")
          @Nullable String confirm) {
    var person = signedIn();
    if (!person.email().orElseGet(() -> person.id().toString()).equals(confirm)) {
      throw new InvalidRequest("/confirm", "send your own e-mail address, so that it is meant");
    }
    farewell.erase(person);
  }

  @POST
  @Path("/invitations/{id}/accept")
  @SignedIn
  @APIResponse(responseCode = "200", description = "The tenant they belong to now")
  @Operation(
      summary = "Accept an invitation",
      description = "By a person whose verified e-mail address is the invitation's.")
  public MembershipView accept(@PathParam("id") InvitationId id) {
    return MembershipView.of(invitations.accept(signedIn(), id));
  }

  @POST
  @Path("/invitations/{id}/decline")
  @SignedIn
  @APIResponse(responseCode = "204", description = "Declined")
  @Operation(summary = "Decline an invitation", description = "It is closed; another one may come.")
  public void decline(@PathParam("id") InvitationId id) {
    invitations.decline(signedIn(), id);
  }

  private Person signedIn() {
    return caller.person().orElseThrow(IdentityProblem::personOnly);
  }

  private MeView of(Person person, ContainerRequestContext request) {
    var standing = people.greet(person);
    var named = TenantHeader.of(request);
    Optional<Membership> current =
        standing.memberships().stream()
            .filter(
                one -> named.map(one.tenant()::equals).orElse(standing.memberships().size() == 1))
            .findFirst();
    if (named.isPresent() && current.isEmpty()) {
      throw new NotFound("tenant");
    }
    return MeView.of(
        person,
        current,
        standing,
        authentication.operatorRole().filter(signIn::hasRole).isPresent(),
        signIn.bySession() ? signIn.csrfToken() : null);
  }
}
