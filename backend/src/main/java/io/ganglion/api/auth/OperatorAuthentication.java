package io.ganglion.api.auth;

import io.ganglion.identity.Authentication;
import io.ganglion.identity.Caller;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.kernel.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** Lets in who runs the installation. */
@RequestScoped
class OperatorAuthentication {
  private static final String OPERATOR = "operator";

  private final Authentication authentication;
  private final PersonAuthentication people;
  private final SignIn signIn;
  private final Caller caller;

  OperatorAuthentication(
      Authentication authentication, PersonAuthentication people, SignIn signIn, Caller caller) {
    this.authentication = authentication;
    this.people = people;
    this.signIn = signIn;
    this.caller = caller;
  }

  /**
   * Checks what was sent: the operator's token, or a session or access token of somebody with the
   * operator's role.
   *
   * @return who acts, for records
   * @throws NotFound if nobody can be the operator here
   * @throws IdentityProblem for anybody else
   */
  String admit(ContainerRequestContext request, Optional<String> bearer) {
    if (!authentication.hasOperator()) {
      throw new NotFound("operation");
    }
    if (bearer.filter(authentication::isOperator).isPresent()) {
      return OPERATOR;
    }
    var role = authentication.operatorRole();
    if (role.isEmpty() || bearer.filter(Authentication::isKey).isPresent()) {
      authentication.operator(bearer.orElseThrow(IdentityProblem::unauthenticated));
      return OPERATOR;
    }
    var person = people.person(request, bearer.isPresent());
    if (!signIn.hasRole(role.get())) {
      throw IdentityProblem.noOperator();
    }
    caller.signIn(person);
    return "%s:%s".formatted(OPERATOR, person.id());
  }
}
