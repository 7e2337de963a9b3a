package io.ganglion.oauth;

import io.ganglion.kernel.TenantId;

/**
 * An app as a platform has registered it.
 *
 * @param id the platform's {@code client_id}
 * @param secret its {@code client_secret}
 */
public record App(String id, String secret) {
  private static final String LAB = "lab_";

  /** The one that the laboratory's platforms know for each tenant; there is no secret about it. */
  public static App ofLab(TenantId tenant) {
    return lab(LAB + tenant.toString().substring(TenantId.PREFIX.length() + 1));
  }

  /** The laboratory's app of that identifier. */
  public static App lab(String id) {
    return new App(id, "secret-of-" + id);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "App[%s]".formatted(id);
  }
}
