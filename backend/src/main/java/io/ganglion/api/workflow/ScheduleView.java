package io.ganglion.api.workflow;

import io.ganglion.kernel.RunId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.workflow.ScheduleState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A schedule, as callers see it. */
@Schema(name = "Schedule")
public record ScheduleView(
    @Schema(description = "The version that runs: the latest") WorkflowId workflow,
    @Schema(description = "every, cron, after or on; several with commas between them") String kind,
    boolean paused,
    @Schema(
            description =
                "When it is due; null while paused, or when a run's end or an event makes it due")
        @Nullable Instant nextAt,
    @Nullable Instant lastStartedAt,
    @Nullable RunId lastRun,
    @Schema(description = "Runs started") long started,
    @Schema(
            description =
                "Instants missed, and correlations given up, for which no run was started")
        long skipped) {

  static ScheduleView of(ScheduleState state, String kind) {
    return new ScheduleView(
        state.workflow(),
        kind,
        state.paused(),
        state.nextAt(),
        state.lastDueAt(),
        state.lastRun() == null ? null : new RunId(state.lastRun()),
        state.started(),
        state.skipped());
  }
}
