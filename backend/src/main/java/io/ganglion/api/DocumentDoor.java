package io.ganglion.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses other methods than reading for the OpenAPI document, which is served whatever it is. */
@ApplicationScoped
class DocumentDoor {
  private static final int AFTER_THE_DOOR = 350;
  private static final int NO_CONTENT = 204;

  /** As {@code quarkus.smallrye-openapi.path} has it, with the endings that it is served under. */
  private static final Pattern DOCUMENT = Pattern.compile("/api/openapi(\\.(json|ya?ml))?/?");

  private static final List<String> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

  private final ProblemMapper problems;

  DocumentDoor(ProblemMapper problems) {
    this.problems = problems;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::pass, AFTER_THE_DOOR);
  }

  private void pass(RoutingContext request) {
    var path = request.normalizedPath();
    if (DOCUMENT.matcher(path).matches() && !READING.contains(request.request().method().name())) {
      document(request);
    } else {
      request.next();
    }
  }

  private void document(RoutingContext request) {
    var allowed = String.join(", ", READING);
    if (request.request().method().name().equals(HttpMethod.OPTIONS)) {
      request
          .response()
          .setStatusCode(NO_CONTENT)
          .putHeader(HttpHeaders.ALLOW, allowed + ", " + HttpMethod.OPTIONS)
          .end();
      return;
    }
    request.response().putHeader(HttpHeaders.ALLOW, allowed);
    problems.end(RequestProblem.method(), request);
  }
}
