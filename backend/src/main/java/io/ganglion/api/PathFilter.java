package io.ganglion.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Nothing has a name that no text here can hold: such an address leads nowhere. */
@Provider
@Priority(Priorities.AUTHENTICATION + 4)
class PathFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    for (var values : request.getUriInfo().getPathParameters().values()) {
      if (values.stream().anyMatch(value -> value != null && !WireText.wrong(value).isEmpty())) {
        throw RequestProblem.noRoute();
      }
    }
  }
}
