package io.ganglion.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.TreeSet;

/**
 * Tells anybody which methods an address knows. The framework would name those of all addresses of
 * a class, and below it answer for addresses that there are not.
 */
@Provider
@PreMatching
class OptionsFilter implements ContainerRequestFilter {
  private final AllowedMethods methods;

  OptionsFilter(AllowedMethods methods) {
    this.methods = methods;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
      return;
    }
    var allowed = new TreeSet<>(methods.at(request.getUriInfo().getPath(), request.getMethod()));
    if (allowed.isEmpty()) {
      throw RequestProblem.noRoute();
    }
    allowed.add(HttpMethod.OPTIONS);
    request.abortWith(
        Response.noContent().header(HttpHeaders.ALLOW, String.join(", ", allowed)).build());
  }
}
