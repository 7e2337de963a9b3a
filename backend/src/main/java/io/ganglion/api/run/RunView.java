package io.ganglion.api.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.run.Run;
import io.ganglion.run.RunState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run, as callers see it. */
@Schema(name = "Run", description = "One execution of a workflow version, or of a session.")
public record RunView(
    RunId id,
    RunState state,
    @Schema(description = "The DSL's status phase", examples = "completed") String phase,
    @Schema(description = "null for a session") @Nullable WorkflowId workflow,
    @Schema(description = "null for a session") @Nullable String version,
    @Nullable AgentId agent,
    @Schema(description = "The run that started it, if a run did") @Nullable RunId parent,
    JsonNode input,
    @Schema(description = "0 to 9; of runs that wait for capacity the highest goes first")
        int priority,
    @Nullable JsonNode output,
    @Schema(
            description =
                "The DSL's error object: type, status, instance, and title and detail where it has them")
        @Nullable JsonNode error,
    @Schema(
            description =
                "reason, detail and until, while it waits, or while one of its branches has for two seconds and others work;"
                    + " subject, where it waits for somebody to acknowledge what can't be"
                    + " taken back")
        @Nullable JsonNode waitingFor,
    @Schema(description = "Ended, every fate known, never in NEEDS_ATTENTION") boolean coherent,
    @Schema(description = "The most weight of holds open at one instant") int depthPeak,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  static RunView of(Run run) {
    return new RunView(
        run.id(),
        run.state(),
        run.phase(),
        run.workflow(),
        run.version(),
        run.agent(),
        run.parent(),
        run.input(),
        run.priority(),
        run.output(),
        run.error(),
        run.waitingFor(),
        run.state().ended() && !run.attention(),
        run.depthPeak(),
        run.createdAt(),
        run.startedAt(),
        run.endedAt());
  }
}
