package io.ganglion.api.billing;

import io.ganglion.billing.Document;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing to pay. */
@Schema(name = "InvoiceLine")
public record LineView(
    @Schema(
            enumeration = {"fee", "refund", "burst", "cap", "credit"},
            examples = "fee",
            description =
                "refund: the rest of a year that was paid; cap: what burst would cost above its cap; credit: a correction")
        String kind,
    @Schema(examples = "Plan team") String text,
    Instant from,
    @Schema(description = "The end, left out") Instant to,
    @Schema(examples = "1296000") long quantity,
    @Schema(
            enumeration = {"second", "centi_cuh", "piece"},
            examples = "second",
            description = "What the quantity counts; centi_cuh: hundredths of a CU-hour")
        String unit,
    @Schema(description = "Minor units; below zero in your favour", examples = "2450")
        long amountMinor) {
  static LineView of(Document.Line line) {
    return new LineView(
        line.kind(),
        line.text(),
        line.from(),
        line.to(),
        line.quantity(),
        line.unit(),
        line.minor());
  }
}
