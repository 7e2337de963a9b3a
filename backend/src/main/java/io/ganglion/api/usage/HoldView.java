package io.ganglion.api.usage;

import io.ganglion.coordination.Hold;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hold, as callers see it. */
@Schema(name = "Hold", description = "One stretch of a run's claim on a system")
public record HoldView(
    HoldId id,
    @Schema(description = "The root run") RunId run,
    @Schema(description = "The run of its family that opened it; null: the root itself")
        @Nullable RunId member,
    SystemId system,
    @Schema(description = "The connector's name", examples = "x") String connector,
    @Schema(
            description = "1, or one for each hundred calls in flight of a model pool",
            examples = "1")
        int weight,
    @Schema(description = "When it was opened") Instant openedAt,
    @Schema(description = "When it was closed; null while it is open") @Nullable Instant closedAt,
    @Schema(
            description =
                "Why it was closed: the run parked or ended, nothing happened for 10 s, its weight changed, its"
                    + " worker was lost, or it began to be free of charge; null while it is open",
            enumeration = {"park", "end", "idle", "weight", "rescue", "zero"})
        @Nullable String closeReason,
    @Schema(
            description =
                "Why none of it is billed, whatever happens; null: all of it but the time of a platform's fault, which"
                    + " the receipt leaves out and the ledger has as lines of their own (upstream)",
            enumeration = {"laboratory", "compensation"})
        @Nullable String zeroRate) {
  static HoldView of(Hold hold) {
    return new HoldView(
        hold.id(),
        hold.run(),
        hold.member(),
        hold.system(),
        hold.connector(),
        hold.weight(),
        hold.openedAt(),
        hold.closedAt(),
        hold.closeReason(),
        hold.zeroRate());
  }
}
