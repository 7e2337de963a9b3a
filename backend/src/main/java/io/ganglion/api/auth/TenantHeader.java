package io.ganglion.api.auth;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.TenantId;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;

/** The header by which somebody who belongs to several tenants names one. */
public final class TenantHeader {
  public static final String NAME = "Ganglion-Tenant";

  private TenantHeader() {}

  /**
   * @throws InvalidRequest if it is empty, malformed or there twice
   */
  public static Optional<TenantId> of(ContainerRequestContext request) {
    List<String> sent = request.getHeaders().get(NAME);
    if (sent == null) {
      return Optional.empty();
    }
    try {
      if (sent.size() == 1) {
        return Optional.of(TenantId.fromString(sent.getFirst()));
      }
    } catch (IllegalArgumentException e) {
      // the same answer as for two
    }
    throw new InvalidRequest("/" + NAME, "send one tenant's identifier: ten_…");
  }
}
