package io.ganglion.api.tenant;

import io.ganglion.kernel.EffectId;
import io.ganglion.run.KillSwitch;
import io.ganglion.tenant.Tenant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant that was paused, and what was under way. */
@Schema(name = "PausedTenant")
public record PausedTenantView(
    TenantView tenant,
    @Schema(
            description =
                "Effects that had been dispatched and are not known to have ended, oldest first, at most"
                    + " 1,000; their fate will be proven")
        List<EffectId> inFlight) {
  static PausedTenantView of(KillSwitch.Stopped<Tenant> stopped) {
    return new PausedTenantView(TenantView.of(stopped.thing()), stopped.inFlight());
  }
}
