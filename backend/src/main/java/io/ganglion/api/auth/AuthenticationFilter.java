package io.ganglion.api.auth;

import io.ganglion.api.LabKey;
import io.ganglion.api.Operator;
import io.ganglion.api.Public;
import io.ganglion.api.Scope;
import io.ganglion.api.SignedIn;
import io.ganglion.api.Simulated;
import io.ganglion.api.limit.Limits;
import io.ganglion.audit.Actor;
import io.ganglion.db.TenantAway;
import io.ganglion.identity.Authentication;
import io.ganglion.identity.Caller;
import io.ganglion.identity.Identity;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.identity.Scopes;
import io.ganglion.kernel.NotFound;
import io.ganglion.tenant.TenantProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds out who calls, and whether they may; an operation that declares nothing is refused. */
@Provider
@Priority(Priorities.AUTHENTICATION)
class AuthenticationFilter implements ContainerRequestFilter {
  private static final Logger LOG = Logger.getLogger(AuthenticationFilter.class);
  private static final String SCHEME = "Bearer ";

  private final Authentication authentication;
  private final Caller caller;
  private final Actor actor;
  private final CurrentVertxRequest connection;
  private final ResourceInfo resource;
  private final PersonAuthentication people;
  private final OperatorAuthentication operators;
  private final Limits limits;

  AuthenticationFilter(
      Authentication authentication,
      Caller caller,
      Actor actor,
      CurrentVertxRequest connection,
      ResourceInfo resource,
      PersonAuthentication people,
      OperatorAuthentication operators,
      Limits limits) {
    this.authentication = authentication;
    this.caller = caller;
    this.actor = actor;
    this.connection = connection;
    this.resource = resource;
    this.people = people;
    this.operators = operators;
    this.limits = limits;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Method operation = resource.getResourceMethod();
    if (operation == null || Simulated.is(resource)) {
      return;
    }
    limits.arrive(connection.getCurrent(), address());
    if (operation.isAnnotationPresent(Public.class)) {
      return;
    }
    try {
      authenticate(request, operation);
    } catch (IdentityProblem e) {
      if (e.status() == 401 && (bearerSent(request) || SignIn.hasSession(request))) {
        limits.refuse(address()); // who sends nothing guesses nothing
        log(operation, e);
      } else if (e.status() == 403) {
        log(operation, e);
      }
      throw e;
    }
  }

  /** For whoever watches over the installation; nothing of what was sent. */
  private void log(Method operation, IdentityProblem refusal) {
    LOG.infof(
        "refused %s.%s from %s: %d %s",
        operation.getDeclaringClass().getSimpleName(),
        operation.getName(),
        address(),
        refusal.status(),
        refusal.code());
  }

  private void authenticate(ContainerRequestContext request, Method operation) {
    var bearer = bearer(request);
    var signedIn = operation.getAnnotation(SignedIn.class);
    if (operation.isAnnotationPresent(Operator.class)
        || (signedIn != null
            && signedIn.orOperator()
            && bearer.filter(authentication::isOperator).isPresent())) {
      actor.become(operators.admit(request, bearer), address());
      return;
    }
    var scope = operation.getAnnotation(Scope.class);
    if (bearer.filter(Authentication::isKey).isPresent()) {
      if (signedIn != null && !signedIn.orKey()) {
        authentication.byKey(bearer.get(), address()); // what is no key is refused as such
        throw IdentityProblem.personOnly();
      }
      byKey(request, bearer.get(), scope, operation);
    } else {
      byPerson(request, bearer, scope);
    }
  }

  private void byKey(
      ContainerRequestContext request, String key, @Nullable Scope scope, Method operation) {
    var identity = authentication.byKey(key, address());
    limits.enter(connection.getCurrent(), identity.tenant(), identity.actor());
    var named = TenantHeader.of(request);
    if (named.isPresent() && !named.get().equals(identity.tenant())) {
      throw new NotFound("tenant");
    }
    var lacks = lacks(scope, identity);
    if (lacks.isPresent()) {
      throw IdentityProblem.forbidden(lacks.get());
    }
    refuseChanges(request, scope, identity);
    if (identity.lab() && !staysInLab(request, scope, operation)) {
      throw IdentityProblem.laboratory("this changes something outside of it");
    }
    caller.become(identity);
    actor.become(identity.actor(), address());
  }

  /** The first scope that is needed and not there. */
  private static Optional<String> lacks(@Nullable Scope scope, Identity identity) {
    return Stream.of(scope == null ? new String[0] : scope.value())
        .filter(one -> !one.equals(Scope.ANY) && !identity.may(one))
        .findFirst();
  }

  private static boolean staysInLab(
      ContainerRequestContext request, @Nullable Scope scope, Method operation) {
    return PersonAuthentication.SAFE.contains(request.getMethod())
        || operation.isAnnotationPresent(LabKey.class)
        || (scope != null && Stream.of(scope.value()).allMatch(one -> one.startsWith("lab:")));
  }

  /**
   * A tenant that is about to be moved can be read. So can one that is deleted, and be had back by
   * whoever may delete it.
   */
  private static void refuseChanges(
      ContainerRequestContext request, @Nullable Scope scope, Identity identity) {
    if (identity.moving() && !PersonAuthentication.SAFE.contains(request.getMethod())) {
      throw TenantAway.moving();
    }
    if (identity.closing()
        && !PersonAuthentication.SAFE.contains(request.getMethod())
        && (scope == null || !List.of(scope.value()).equals(List.of(Scopes.TENANT_DELETE)))) {
      throw TenantProblem.deleted();
    }
  }

  private void byPerson(
      ContainerRequestContext request, Optional<String> bearer, @Nullable Scope scope) {
    var person = people.person(request, bearer.isPresent());
    caller.signIn(person);
    actor.become(person.id().toString(), address());
    if (scope == null) {
      return; // of the person alone
    }
    var identity = people.inTenant(person, TenantHeader.of(request));
    limits.enter(connection.getCurrent(), identity.tenant(), identity.actor());
    var lacks = lacks(scope, identity);
    if (lacks.isPresent()) {
      throw IdentityProblem.beyondRole(lacks.get());
    }
    refuseChanges(request, scope, identity);
    caller.become(identity);
  }

  private @Nullable String address() {
    var from = connection.getCurrent().request().remoteAddress();
    return from == null ? null : from.hostAddress();
  }

  private static boolean bearerSent(ContainerRequestContext request) {
    return request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION);
  }

  /** Empty where no credential was sent at all. */
  private static Optional<String> bearer(ContainerRequestContext request) {
    List<String> sent = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (sent == null) {
      return Optional.empty();
    }
    if (sent.size() != 1 // two credentials: whose would it be?
        || !sent.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw IdentityProblem.unauthenticated();
    }
    return Optional.of(sent.getFirst().substring(SCHEME.length()).strip());
  }
}
