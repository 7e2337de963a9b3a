package io.ganglion.api.operator;

import io.ganglion.operator.TenantLimit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a tenant may ask for. */
@Schema(name = "TenantLimits")
public record LimitsView(
    @Schema(description = "Billable weight at one instant", examples = "40") int k,
    @Schema(
            description = "Requests a minute to the API; null: the installation's default",
            examples = "72000")
        @Nullable Long requestsPerMinute) {
  static LimitsView of(TenantLimit limit) {
    var requests = limit.requestsPerMinute();
    return new LimitsView(limit.k(), requests.isPresent() ? (Long) requests.getAsLong() : null);
  }
}
