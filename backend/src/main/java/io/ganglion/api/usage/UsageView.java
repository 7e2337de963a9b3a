package io.ganglion.api.usage;

import io.ganglion.meter.Usages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was held in an hour, day or month. */
@Schema(name = "Usage")
public record UsageView(
    @Schema(
            description = "When the hour, day or month begins, in UTC",
            examples = "2026-12-01T00:00:00.000Z")
        Instant start,
    @Schema(
            description = "The agent; null if by does not name it, or for runs without one",
            examples = "agt_01h2xcejqtf2nbrexx3vqjhp41")
        @Nullable String agent,
    @Schema(
            description = "The workflow; null if by does not name it, or for sessions",
            examples = "wfl_01h2xcejqtf2nbrexx3vqjhp41")
        @Nullable String workflow,
    @Schema(
            description = "The system; null if by does not name it",
            examples = "sys_01h2xcejqtf2nbrexx3vqjhp41")
        @Nullable String system,
    @Schema(description = "The connector; null if by does not name it", examples = "x")
        @Nullable String connector,
    @Schema(
            description = "Depth-milliseconds: the weight of what was held times its milliseconds",
            examples = "5400000")
        long recordedMs,
    @Schema(description = "Of these, what nothing zero-rates", examples = "3600000")
        long billableMs,
    @Schema(
            description = "billable_ms as CU-hours of 3,600,000 ms, rounded down to six places",
            examples = "1.000000")
        String cuHours) {
  private static final BigDecimal CU_HOUR_MS = BigDecimal.valueOf(3_600_000);

  static UsageView of(Usages.Sum sum) {
    return new UsageView(
        sum.start(),
        sum.agent().map(Object::toString).orElse(null),
        sum.workflow().map(Object::toString).orElse(null),
        sum.system().map(Object::toString).orElse(null),
        sum.connector().orElse(null),
        sum.recordedMs(),
        sum.billableMs(),
        BigDecimal.valueOf(sum.billableMs())
            .divide(CU_HOUR_MS, 6, RoundingMode.DOWN)
            .toPlainString());
  }
}
