package io.ganglion.api.billing;

import io.ganglion.billing.SubscriptionChange;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Money;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be otherwise; members that are left out stay. */
@Schema(name = "SubscriptionBody")
public record SubscriptionBody(
    @Schema(examples = "team") @Nullable String plan,
    @Schema(examples = "month") @Nullable IntervalText interval,
    @Schema(description = "Whether more than K may be held, for money", examples = "true")
        @Nullable Boolean burst,
    @Schema(description = "At most so much burst a month; needed to turn it on")
        @Nullable Money burstCap,
    @Schema(
            description =
                "Who invoices are made out to; members that are left out stay, null takes one away")
        @Valid
        @Nullable CustomerView customer) {
  /**
   * @param currency of the installation's prices
   */
  SubscriptionChange toChange(String currency) {
    if (burstCap != null && !burstCap.currency().equals(currency)) {
      throw new InvalidRequest("/burst_cap/currency", "send it in " + currency);
    }
    if (burstCap != null && burstCap.amountMinor() < 1) {
      throw new InvalidRequest("/burst_cap/amount_minor", "send more than 0");
    }
    return new SubscriptionChange(
        plan,
        interval == null ? null : interval.toInterval(),
        burst,
        burstCap == null ? null : burstCap.amountMinor(),
        customer == null ? null : customer.toChange());
  }
}
