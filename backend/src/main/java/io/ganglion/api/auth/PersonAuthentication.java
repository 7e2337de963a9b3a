package io.ganglion.api.auth;

import io.ganglion.identity.Identity;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.identity.Person;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.member.Membership;
import io.ganglion.member.People;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.Set;

/** Lets people in, and programs that the identity provider knows. */
@RequestScoped
class PersonAuthentication {
  static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String CSRF = "X-CSRF-Token";

  private final SignIn signIn;
  private final People people;

  PersonAuthentication(SignIn signIn, People people) {
    this.signIn = signIn;
    this.people = people;
  }

  /**
   * @param token whether an access token was sent; else it is a session cookie, which a browser
   *     sends by itself, so that a change needs more
   */
  Person person(ContainerRequestContext request, boolean token) {
    if (!token && !SignIn.hasSession(request)) {
      throw IdentityProblem.unauthenticated();
    }
    var person = signIn.person();
    if (!token && !SAFE.contains(request.getMethod())) {
      signIn.requireCsrfToken(request.getHeaderString(CSRF));
    }
    return person;
  }

  /** What the person may do in the tenant they named, or in their only one. */
  Identity inTenant(Person person, Optional<TenantId> named) {
    var memberships = people.memberships(person);
    if (memberships.isEmpty()) {
      throw named.isPresent() ? new NotFound("tenant") : IdentityProblem.noTenant();
    }
    if (named.isEmpty() && memberships.size() > 1) {
      throw IdentityProblem.tenantNeeded();
    }
    var membership =
        memberships.stream()
            .filter(one -> named.isEmpty() || one.tenant().equals(named.get()))
            .findFirst()
            .orElseThrow(() -> new NotFound("tenant"));
    return identity(person, membership);
  }

  static Identity identity(Person person, Membership membership) {
    return Identity.of(
        membership.tenant(),
        person.id(),
        membership.role(),
        membership.purgeAt().isPresent(),
        membership.suspended(),
        membership.moving());
  }
}
