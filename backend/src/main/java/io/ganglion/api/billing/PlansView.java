package io.ganglion.api.billing;

import io.ganglion.billing.PriceList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What could be chosen now, and at which prices. */
@Schema(name = "Plans")
public record PlansView(
    @Schema(description = "Version of the price list", examples = "2026-11") String prices,
    @Schema(description = "From the smallest on") List<PlanView> data) {
  static PlansView of(PriceList list) {
    return new PlansView(
        list.version(),
        list.plans().stream().map(plan -> PlanView.of(plan, list.currency())).toList());
  }
}
