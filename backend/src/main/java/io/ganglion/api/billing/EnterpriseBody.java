package io.ganglion.api.billing;

import io.ganglion.billing.Enterprise;
import io.ganglion.ledger.Terms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What operator and tenant agreed by hand; amounts in minor units of the price list's currency. */
@Schema(name = "EnterpriseBody")
public record EnterpriseBody(
    @Min(value = 0, message = "send 0 or more")
        @Max(value = 1_000_000, message = "send at most 1,000,000")
        @Schema(description = "Billable weight at one instant", examples = "1000")
        int k,
    @Schema(description = "How often the fee is due; month if left out", examples = "year")
        @Nullable IntervalText interval,
    @Min(value = 0, message = "send 0 or more")
        @Max(value = 100_000_000_000L, message = "send less")
        @Schema(description = "For each interval", examples = "1200000")
        long feeMinor,
    @Min(value = 0, message = "send 0 or more")
        @Max(value = 100_000_000L, message = "send less")
        @Schema(description = "For a CU-hour above K", examples = "30")
        long burstMinor) {
  Enterprise toEnterprise() {
    var due = interval == null ? Terms.Interval.MONTH : interval.toInterval();
    return new Enterprise(k, due, feeMinor, burstMinor);
  }
}
