package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Behaviour by date: whoever sends {@code Ganglion-Version} keeps what was so on that day, when
 * something that a caller could rely on changes within v1. So far nothing has: there is one
 * version. The answer says which one it is by.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 6)
public class VersionFilter implements ContainerRequestFilter, ContainerResponseFilter {
  public static final String HEADER = "Ganglion-Version";

  /** The first version, and the newest. */
  public static final LocalDate NEWEST = LocalDate.of(2026, 11, 29);

  private static final String ROOT = "/api/";

  @Override
  public void filter(ContainerRequestContext request) {
    var asked = request.getHeaderString(HEADER);
    if (asked == null || !request.getUriInfo().getPath().startsWith(ROOT)) {
      return;
    }
    try {
      if (!LocalDate.parse(asked).isBefore(NEWEST)) {
        return;
      }
    } catch (DateTimeParseException e) {
      throw new InvalidRequest("/" + HEADER, "send a date such as " + NEWEST);
    }
    throw new InvalidRequest("/" + HEADER, "the oldest version is of " + NEWEST);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getUriInfo().getPath().startsWith(ROOT)) {
      response.getHeaders().putSingle(HEADER, NEWEST.toString());
    }
  }
}
