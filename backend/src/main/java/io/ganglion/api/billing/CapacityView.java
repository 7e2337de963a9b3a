package io.ganglion.api.billing;

import io.ganglion.billing.Allotment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be held at this instant, and is. */
@Schema(name = "Capacity")
public record CapacityView(
    @Schema(description = "Billable weight that the plan allows", examples = "25") int k,
    @Schema(
            description =
                "What admission goes by: K, or more while burst is on and its cap is not reached",
            examples = "25")
        int ceiling,
    @Schema(description = "Billable weight that is held", examples = "7") int used,
    @Schema(description = "Runs that wait for capacity", examples = "0") int waiting) {
  public static CapacityView of(Allotment now) {
    return new CapacityView(now.k(), now.ceiling(), now.used(), now.waiting());
  }
}
