package io.ganglion.api.operator;

import io.ganglion.api.Operator;
import io.ganglion.status.Platform;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the platform does inside. */
@Path("/api/v1/operator/health")
@Tag(name = "operator")
@RunOnVirtualThread
public class HealthResource {
  private final Platform platform;

  HealthResource(Platform platform) {
    this.platform = platform;
  }

  @GET
  @Operator
  @Operation(
      summary = "Get the platform's health",
      description =
          "Queue, workers and their leases, effects in doubt, seals, webhooks: sums over all"
              + " tenants, measured now.")
  public HealthView get() {
    return HealthView.of(platform.measure(), platform.sealLag(), platform.workers());
  }
}
