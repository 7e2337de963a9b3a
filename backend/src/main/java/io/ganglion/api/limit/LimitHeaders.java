package io.ganglion.api.limit;

import io.ganglion.api.limit.Limits.Told;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/**
 * Tells callers their quotas.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/">RateLimit
 *     header fields for HTTP, draft 10</a>
 */
@Provider
class LimitHeaders implements ContainerResponseFilter {
  private final CurrentVertxRequest request;

  LimitHeaders(CurrentVertxRequest request) {
    this.request = request;
  }

  @Override
  public void filter(ContainerRequestContext in, ContainerResponseContext out) {
    var told = Told.in(request.getCurrent());
    if (!told.isEmpty()) {
      out.getHeaders()
          .putSingle(
              "RateLimit-Policy",
              told.stream().map(it -> it.quota().policy()).collect(Collectors.joining(", ")));
      out.getHeaders()
          .putSingle("RateLimit", told.stream().map(Told::limit).collect(Collectors.joining(", ")));
    }
  }
}
