package io.ganglion.api;

import io.ganglion.audit.Actor;
import io.ganglion.identity.Authentication;
import io.ganglion.identity.Caller;
import io.ganglion.identity.IdentityProblem;
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
import org.jspecify.annotations.Nullable;

/** Finds out who calls, and whether they may; an operation that declares nothing is refused. */
@Provider
@Priority(Priorities.AUTHENTICATION)
class AuthenticationFilter implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final String OPERATOR = "operator";

  private final Authentication authentication;
  private final Caller caller;
  private final Actor actor;
  private final CurrentVertxRequest connection;
  private final ResourceInfo resource;

  AuthenticationFilter(
      Authentication authentication,
      Caller caller,
      Actor actor,
      CurrentVertxRequest connection,
      ResourceInfo resource) {
    this.authentication = authentication;
    this.caller = caller;
    this.actor = actor;
    this.connection = connection;
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Method operation = resource.getResourceMethod();
    if (operation == null
        || operation.isAnnotationPresent(Public.class)
        || Simulated.is(resource)) {
      return;
    }
    var bearer = bearer(request);
    if (operation.isAnnotationPresent(Operator.class)) {
      authentication.operator(bearer);
      actor.become(OPERATOR, address());
      return;
    }
    var scope = operation.getAnnotation(Scope.class);
    var identity = authentication.byKey(bearer, address());
    if (scope == null) { // a test finds these before anybody is refused
      throw IdentityProblem.forbidden("of nobody");
    }
    if (!scope.value().equals(Scope.ANY) && !identity.may(scope.value())) {
      throw IdentityProblem.forbidden(scope.value());
    }
    caller.become(identity);
    actor.become(identity.actor(), address());
  }

  private @Nullable String address() {
    var from = connection.getCurrent().request().remoteAddress();
    return from == null ? null : from.hostAddress();
  }

  private static String bearer(ContainerRequestContext request) {
    List<String> sent = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (sent == null
        || sent.size() != 1 // two credentials: whose would it be?
        || !sent.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw IdentityProblem.unauthenticated();
    }
    return sent.getFirst().substring(SCHEME.length()).strip();
  }
}
