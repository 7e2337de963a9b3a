package io.ganglion.api.limit;

import io.ganglion.api.limit.Limits.Told;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells callers their quotas.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/">RateLimit
 *     header fields for HTTP, draft 10</a>
 */
@Provider
public class LimitHeaders implements ContainerResponseFilter {
  private final CurrentVertxRequest request;

  LimitHeaders(CurrentVertxRequest request) {
    this.request = request;
  }

  @Override
  public void filter(ContainerRequestContext in, ContainerResponseContext out) {
    of(request.getCurrent()).forEach((name, value) -> out.getHeaders().putSingle(name, value));
  }

  /** The headers of a request's answer, for who writes one that no filter sees. */
  public static Map<String, String> of(RoutingContext request) {
    var told = Told.in(request);
    if (told.isEmpty()) {
      return Map.of();
    }
    return Map.of(
        "RateLimit-Policy",
        told.stream().map(it -> it.quota().policy()).collect(Collectors.joining(", ")),
        "RateLimit",
        told.stream().map(Told::limit).collect(Collectors.joining(", ")));
  }
}
