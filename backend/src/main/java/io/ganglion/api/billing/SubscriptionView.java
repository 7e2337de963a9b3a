package io.ganglion.api.billing;

import io.ganglion.billing.Subscription;
import io.ganglion.billing.stripe.Payments;
import io.ganglion.kernel.Money;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the tenant agreed to. */
@Schema(name = "Subscription")
public record SubscriptionView(
    @Schema(examples = "team") String plan,
    @Schema(
            description =
                "Version of the price list its terms are from; they stay when a new one comes",
            examples = "2026-11")
        String prices,
    @Schema(description = "How often the fee is due", examples = "month") IntervalText interval,
    @Schema(description = "For each interval, before tax") Money fee,
    @Schema(description = "For a CU-hour above K; null: the plan has no burst")
        @Nullable Money burstPrice,
    @Schema(description = "No fee is due before; null: there is no trial")
        @Nullable Instant trialEnds,
    @Schema(description = "Billable weight at one instant", examples = "25") int k,
    @Schema(description = "Whether more may be held, for money", examples = "false") boolean burst,
    @Schema(description = "At most so much burst a month; null while it is off")
        @Nullable Money burstCap,
    @Schema(
            description = "Of the cap, in this month, as was told: 0, 50, 80 or 100",
            examples = "0")
        int burstAlert,
    @Schema(description = "What the next invoice draws; below zero in your favour") Money balance,
    @Schema(
            enumeration = {"hand", "unset", "stripe"},
            description =
                "How invoices are paid. hand: as they say; unset: online, once POST /billing/checkout has been gone through;"
                    + " stripe: by itself, and POST /billing/portal changes how",
            examples = "hand")
        String payment,
    CustomerView customer,
    @Schema(description = "When plan, price or capacity last changed, or the tenant was made")
        Instant agreedAt) {
  static SubscriptionView of(Subscription of, Payments.How how) {
    var terms = of.terms();
    var cap = of.allowance().burstCapMinor();
    var currency = terms.currency();
    return new SubscriptionView(
        terms.plan(),
        terms.prices(),
        IntervalText.of(terms.interval()),
        new Money(terms.feeMinor(), currency),
        of.burstOffered() ? new Money(terms.burstMinor(), currency) : null,
        terms.trialEnds(),
        of.allowance().k(),
        of.allowance().burst(),
        cap == null ? null : new Money(cap, currency),
        of.alert().percent(),
        new Money(of.balanceMinor(), currency),
        how.name().toLowerCase(Locale.ROOT),
        CustomerView.of(of.customer()),
        of.agreedAt());
  }
}
