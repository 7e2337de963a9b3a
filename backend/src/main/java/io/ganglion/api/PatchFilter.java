package io.ganglion.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;

/**
 * A change says by its members what is to be otherwise. What is of another form of patch, such as
 * JSON Patch, is refused: a type that ends in {@code +json} would be read as if it were JSON.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 7)
class PatchFilter implements ContainerRequestFilter {
  private static final Set<String> TAKEN =
      Set.of(MediaType.APPLICATION_JSON, "application/merge-patch+json");

  private final ResourceInfo resource;

  PatchFilter(ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var type = request.getMediaType();
    if (type == null || !request.getMethod().equals(HttpMethod.PATCH) || Simulated.is(resource)) {
      return;
    }
    var name = "%s/%s".formatted(type.getType(), type.getSubtype()).toLowerCase(Locale.ROOT);
    if (!TAKEN.contains(name)) {
      throw RequestProblem.mediaType();
    }
  }
}
