package io.ganglion.coordination;

import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a run's claim on a system.
 *
 * @param run the root run
 * @param member the run of its family that opened it; null: the root itself
 * @param weight 1, or ceil(calls in flight / 100) for a model pool
 * @param closedAt null while it is open
 * @param closeReason {@code park}, {@code end}, {@code idle}, {@code weight}, {@code rescue} or
 *     {@code zero}; null while it is open
 * @param zeroRate why none of it is billed: {@code laboratory} or {@code compensation}; null where
 *     it is billed
 */
public record Hold(
    HoldId id,
    RunId run,
    @Nullable RunId member,
    SystemId system,
    String connector,
    int weight,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String closeReason,
    @Nullable String zeroRate) {
  /** What lists are narrowed by. */
  public enum State {
    OPEN,
    CLOSED
  }
}
