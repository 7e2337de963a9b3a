package io.ganglion.api.connection;

import io.ganglion.coordination.Budgets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account's upstream budgets. */
@Schema(name = "UpstreamBudgets")
public record BudgetsView(
    @Schema(description = "Each window of each budget that the platform declares")
        List<Window> windows) {

  /** One window of a budget. */
  @Schema(name = "UpstreamBudget")
  public record Window(
      @Schema(description = "What is counted, and whose", examples = "posts of x @ganglion")
          String title,
      @Schema(description = "The most units in any stretch of that length", examples = "100")
          int limit,
      @Schema(description = "ISO 8601", examples = "PT15M") Duration length,
      @Schema(description = "Units that count now", examples = "42") int used,
      @Schema(description = "When none of these counts any more; null when none does")
          @Nullable Instant clearAt,
      @Schema(description = "The platform asked not to be called before; null when it did not")
          @Nullable Instant pausedUntil,
      @Schema(description = "Runs of the tenant that wait for it", examples = "0") int waiting) {}

  static BudgetsView of(List<Budgets.Standing> standing) {
    return new BudgetsView(standing.stream().map(BudgetsView::window).toList());
  }

  private static Window window(Budgets.Standing standing) {
    var window = standing.window();
    return new Window(
        window.title(),
        window.limit(),
        window.length(),
        standing.used(),
        standing.clearAt().orElse(null),
        standing.pausedUntil().orElse(null),
        standing.waiting());
  }
}
