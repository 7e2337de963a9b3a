package io.ganglion.api.lab;

import io.ganglion.kernel.WorkflowId;
import io.ganglion.trial.Standing;
import io.ganglion.trial.score.Interval;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an entrant of a contest, or a workflow of the leaderboard, stands. */
@Schema(name = "Standing")
public record StandingView(
    @Schema(description = "The entrant, or the workflow with its version", examples = "candidate")
        String name,
    @Schema(description = "Null for external agents") @Nullable WorkflowId workflow,
    @Schema(
            description = "Mean score, in depth; null before the first is judged",
            examples = "1.92")
        @Nullable BigDecimal mean,
    @Schema(description = "Lower end of its 95 % confidence interval", examples = "1.81")
        @Nullable BigDecimal low,
    @Schema(description = "Upper end of its 95 % confidence interval", examples = "2")
        @Nullable BigDecimal high,
    @Schema(description = "Judged trials", examples = "100") int judged,
    @Schema(description = "All trials, those under way too", examples = "100") int trials,
    @Schema(description = "Trials that could not be held", examples = "0") int failed) {
  static StandingView of(Standing standing) {
    var score = standing.score();
    return new StandingView(
        standing.name(),
        standing.workflow(),
        score.map(Interval::mean).orElse(null),
        score.map(Interval::low).orElse(null),
        score.map(Interval::high).orElse(null),
        score.map(Interval::n).orElse(0),
        standing.trials(),
        standing.failed());
  }
}
