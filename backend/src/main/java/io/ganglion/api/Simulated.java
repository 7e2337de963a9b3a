package io.ganglion.api;

import jakarta.ws.rs.container.ResourceInfo;

/**
 * Tells the laboratory's simulated platforms from our own API. They answer as the platforms do:
 * they check their own credentials, know no scopes, and give {@code Idempotency-Key} no meaning.
 */
public final class Simulated {
  private static final String SIMULATORS = "io.ganglion.lab.http";

  private Simulated() {}

  public static boolean is(ResourceInfo resource) {
    var type = resource.getResourceClass();
    return type != null && type.getPackageName().equals(SIMULATORS);
  }
}
