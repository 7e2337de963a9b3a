package io.ganglion.api.billing;

import io.ganglion.billing.stripe.Comparison;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Stripe's books of a month beside ours; amounts in minor units. */
@Schema(name = "Reconciliation")
public record ComparisonView(
    @Schema(examples = "2026-11") String month,
    Instant at,
    @Schema(description = "What the ledger says, before tax", examples = "4900") long ledgerMinor,
    @Schema(description = "What the meter was told", examples = "4900") long sentMinor,
    @Schema(description = "What the meter has", examples = "4900") long meteredMinor,
    @Schema(description = "What our invoice asked for, with tax", examples = "5831") long dueMinor,
    @Schema(description = "What Stripe says that was paid", examples = "5831") long paidMinor,
    @Schema(description = "What does not fit; empty: all does") List<String> differences) {
  static ComparisonView of(Comparison found) {
    return new ComparisonView(
        found.month().toString(),
        found.at(),
        found.ledgerMinor(),
        found.sentMinor(),
        found.meteredMinor(),
        found.dueMinor(),
        found.paidMinor(),
        found.differences());
  }
}
