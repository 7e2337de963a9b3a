package io.ganglion.api.billing;

import io.ganglion.billing.Plan;
import io.ganglion.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan as it can be chosen now. */
@Schema(name = "Plan")
public record PlanView(
    @Schema(examples = "team") String name,
    @Schema(examples = "Team") String title,
    @Schema(description = "Billable weight at one instant; null: agreed by hand", examples = "25")
        @Nullable Integer k,
    @Schema(description = "A month's fee, before tax; null: agreed by hand") @Nullable Money month,
    @Schema(description = "A year's fee, before tax; null: agreed by hand") @Nullable Money year,
    @Schema(description = "For a CU-hour above K; null: there is no burst") @Nullable Money burst,
    @Schema(description = "How long a first paid plan costs nothing", examples = "14")
        int trialDays,
    @Schema(
            description =
                "For so many days after its end a run is kept, with its steps, effects, approvals and events; null: as long as the tenant. The ledger, invoices and the audit log are kept as long as the tenant on every plan",
            examples = "90",
            minimum = "7")
        @Nullable Integer historyDays) {
  static PlanView of(Plan plan, String currency) {
    return new PlanView(
        plan.name(),
        plan.title(),
        plan.k(),
        money(plan.monthMinor(), currency),
        money(plan.yearMinor(), currency),
        money(plan.burstMinor(), currency),
        plan.trialDays(),
        plan.historyDays());
  }

  private static @Nullable Money money(@Nullable Long minor, String currency) {
    return minor == null ? null : new Money(minor, currency);
  }
}
