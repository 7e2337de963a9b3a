package io.ganglion.api.billing;

import io.ganglion.billing.Estimates;
import io.ganglion.billing.StatementLines;
import io.ganglion.ledger.Statement;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a month came to, and what it would have under other terms; before tax. */
@Schema(name = "WhatIf")
public record WhatIfView(
    @Schema(examples = "2026-11") String month,
    @Schema(description = "Whose terms would have held", examples = "scale") String plan,
    @Schema(description = "What K would have been", examples = "250") int k,
    @Schema(examples = "EUR") String currency,
    StatementView was,
    @Schema(
            description =
                "With burst on and without a cap: what was held above K is priced. Runs that waited then might have run, and"
                    + " what would have waited is priced as burst")
        StatementView would) {
  /** A month's charges. */
  @Schema(name = "WhatIfStatement")
  public record StatementView(
      List<LineView> lines,
      @Schema(description = "Minor units, before tax", examples = "39900") long totalMinor,
      @Schema(description = "Depth-milliseconds above capacity", examples = "0") long burstMs) {
    static StatementView of(Statement statement) {
      return new StatementView(
          StatementLines.of(statement).stream().map(LineView::of).toList(),
          statement.totalMinor(),
          statement.burstMs());
    }
  }

  static WhatIfView of(Estimates.Estimate estimate) {
    return new WhatIfView(
        estimate.was().month().toString(),
        estimate.terms().plan(),
        estimate.k(),
        estimate.terms().currency(),
        StatementView.of(estimate.was()),
        StatementView.of(estimate.would()));
  }
}
