package io.ganglion.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Refuses what a body can't be read by, before anybody asks for its media type. */
@Provider
@PreMatching
class HeaderFilter implements ContainerRequestFilter {
  private static final String AS_IT_IS = "identity";

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      var unused = request.getMediaType();
    } catch (IllegalArgumentException e) {
      throw RequestProblem.mediaType();
    }
    var encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.strip().equalsIgnoreCase(AS_IT_IS)) {
      throw RequestProblem.encoded();
    }
  }
}
