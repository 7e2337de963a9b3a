package io.ganglion.api.usage;

import io.ganglion.meter.MoneyUsages;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What acts of an hour, day or month cost at their platforms. */
@Schema(name = "MoneyUsage")
public record MoneyUsageView(
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
    @Schema(description = "The connector; null if by does not name it", examples = "model")
        @Nullable String connector,
    @Schema(description = "ISO 4217", examples = "USD") String currency,
    @Schema(description = "How many acts had a price", examples = "40") long acts,
    @Schema(
            description =
                "What acts have cost whose fate is known, in minor units, to the millionth",
            examples = "12.500000")
        String spentMinor,
    @Schema(
            description =
                "What is set aside for acts under way or in doubt, in minor units, to the millionth",
            examples = "0.000000")
        String reservedMinor) {
  private static final int PLACES = 6;

  static MoneyUsageView of(MoneyUsages.Sum sum) {
    return new MoneyUsageView(
        sum.of().start(),
        sum.of().agent().map(Object::toString).orElse(null),
        sum.of().workflow().map(Object::toString).orElse(null),
        sum.of().system().map(Object::toString).orElse(null),
        sum.of().connector().orElse(null),
        sum.currency(),
        sum.acts(),
        BigDecimal.valueOf(sum.spentMicros(), PLACES).toPlainString(),
        BigDecimal.valueOf(sum.reservedMicros(), PLACES).toPlainString());
  }
}
