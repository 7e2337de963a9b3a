package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Set;

/** Who guards a change by a version is told where there is none, and not let through unguarded. */
@Provider
@Priority(Priorities.AUTHENTICATION + 8)
class PreconditionFilter implements ContainerRequestFilter {
  private static final Set<String> CHANGES =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private final ResourceInfo resource;

  PreconditionFilter(ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var operation = resource.getResourceMethod();
    if (operation == null
        || !CHANGES.contains(request.getMethod())
        || !request.getHeaders().containsKey(HttpHeaders.IF_MATCH)
        || operation.isAnnotationPresent(OwnProtocol.class)
        || Simulated.is(resource)) {
      return;
    }
    boolean heeded =
        Arrays.stream(operation.getParameters())
            .map(parameter -> parameter.getAnnotation(HeaderParam.class))
            .anyMatch(header -> header != null && header.value().equals(HttpHeaders.IF_MATCH));
    if (!heeded) {
      throw new InvalidRequest(
          "/" + HttpHeaders.IF_MATCH, "what this changes has no version; leave the header out");
    }
  }
}
