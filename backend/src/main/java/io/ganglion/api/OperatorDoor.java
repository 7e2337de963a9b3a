package io.ganglion.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Health and metrics are for who stands beside the process: an orchestrator, a collector. What came
 * by a proxy, hence from anywhere, gets 404 there. Proxies compare paths as they were written, and
 * the same path can be written in many ways; here it is normalized.
 */
@ApplicationScoped
class OperatorDoor {
  private static final int FIRST = 400;
  private static final String INSIDE = "/q";

  void guard(@Observes Filters filters) {
    filters.register(OperatorDoor::pass, FIRST);
  }

  private static void pass(RoutingContext request) {
    if (inside(request.normalizedPath()) && proxied(request)) {
      request.response().setStatusCode(404).end();
      return;
    }
    request.next();
  }

  private static boolean inside(String path) {
    return path.equals(INSIDE) || path.startsWith(INSIDE + "/");
  }

  private static boolean proxied(RoutingContext request) {
    var headers = request.request().headers();
    return headers.contains("X-Forwarded-For") || headers.contains("Forwarded");
  }
}
