package io.ganglion.api.connection;

import io.ganglion.connection.Connection;
import io.ganglion.kernel.EffectId;
import io.ganglion.run.KillSwitch;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A connection that was paused, and what was under way. */
@Schema(name = "PausedConnection")
public record PausedConnectionView(
    ConnectionView connection,
    @Schema(
            description =
                "Effects that had been dispatched and are not known to have ended, oldest first, at most"
                    + " 1,000; their fate will be proven")
        List<EffectId> inFlight) {
  static PausedConnectionView of(KillSwitch.Stopped<Connection> stopped) {
    return new PausedConnectionView(ConnectionView.of(stopped.thing()), stopped.inFlight());
  }
}
