package io.ganglion.workflow;

import io.ganglion.kernel.WorkflowId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it stands, all its kinds together.
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
    long skipped) {

  /** What two of one workflow come to together. */
  ScheduleState and(ScheduleState other) {
    boolean later =
        lastDueAt == null || (other.lastDueAt != null && other.lastDueAt.isAfter(lastDueAt));
    var last = later ? other : this;
    return new ScheduleState(
        workflow,
        paused && other.paused,
        Stream.of(this, other)
            .map(ScheduleState::nextAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null),
        last.lastDueAt,
        last.lastRun,
        started + other.started,
        skipped + other.skipped);
  }
}
