package io.ganglion.api.agent;

import io.ganglion.agent.Agent;
import io.ganglion.kernel.EffectId;
import io.ganglion.run.KillSwitch;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agent that was paused, and what was under way. */
@Schema(name = "PausedAgent")
public record PausedAgentView(
    AgentView agent,
    @Schema(
            description =
                "Effects that had been dispatched and are not known to have ended, oldest first, at most"
                    + " 1,000; their fate will be proven")
        List<EffectId> inFlight) {
  static PausedAgentView of(KillSwitch.Stopped<Agent> stopped) {
    return new PausedAgentView(AgentView.of(stopped.thing()), stopped.inFlight());
  }
}
