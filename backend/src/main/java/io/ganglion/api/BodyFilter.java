package io.ganglion.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads the body once, whole and bounded, after the caller is known and before anybody uses it. */
@Provider
@Priority(Priorities.AUTHENTICATION + 10)
public class BodyFilter implements ContainerRequestFilter {
  /** The largest body of any request. */
  public static final int MAX_BYTES = 1024 * 1024;

  private static final String BYTES = "ganglion.body";

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (!request.hasEntity()) {
      request.setProperty(BYTES, new byte[0]);
      return;
    }
    var bytes = request.getEntityStream().readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw RequestProblem.tooLarge(MAX_BYTES);
    }
    request.setProperty(BYTES, bytes);
    request.setEntityStream(new ByteArrayInputStream(bytes));
  }

  /** The bytes of the body; empty where there is none. */
  public static byte[] of(ContainerRequestContext request) {
    return request.getProperty(BYTES) instanceof byte[] bytes ? bytes : new byte[0];
  }
}
