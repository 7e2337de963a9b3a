package io.ganglion.api.operator;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a tenant may ask for. */
@Schema(name = "TenantLimitsBody")
public record LimitsBody(
    @NotNull(message = "send the billable weight that it may hold at one instant")
        @Min(value = 0, message = "send 0 or more")
        @Max(value = 1_000_000, message = "send at most 1,000,000")
        @Schema(description = "Billable weight at one instant", examples = "40")
        Integer k,
    @Min(value = 1, message = "send 1 or more")
        @Max(value = 100_000_000, message = "send at most 100,000,000")
        @Schema(
            description = "Requests a minute to the API; left out: the installation's default",
            examples = "72000")
        @Nullable Long requestsPerMinute) {
  OptionalLong requests() {
    return requestsPerMinute == null ? OptionalLong.empty() : OptionalLong.of(requestsPerMinute);
  }
}
