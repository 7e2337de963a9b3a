package io.ganglion.workflow;

import io.ganglion.kernel.WorkflowId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it stands.
 *
 * @param workflow the version that runs
 * @param nextAt when it is due; null while it is paused or waits for something else
 * @param lastRun the run started last
 * @param skipped instants missed, for which no run was started
 */
public record ScheduleState(
    WorkflowId workflow,
    boolean paused,
    @Nullable Instant nextAt,
    @Nullable Instant lastDueAt,
    @Nullable UUID lastRun,
    long started,
    long skipped) {}
