package io.ganglion.api.auth;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Signing out is a plain link; another site's page must not follow it for somebody. Browsers say
 * where a request comes from.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Fetch Metadata</a>
 */
@ApplicationScoped
class SignOutGuard {
  private static final int BEFORE_SIGN_IN = 300;
  private static final String ORIGIN = "Sec-Fetch-Site";

  void guard(@Observes Filters filters) {
    filters.register(SignOutGuard::pass, BEFORE_SIGN_IN);
  }

  private static void pass(RoutingContext request) {
    if (request.normalizedPath().equals(OidcClients.LOGOUT)
        && "cross-site".equalsIgnoreCase(request.request().getHeader(ORIGIN))) {
      request.response().setStatusCode(303).putHeader("Location", "/").end();
      return;
    }
    request.next();
  }
}
