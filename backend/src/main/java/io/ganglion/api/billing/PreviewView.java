package io.ganglion.api.billing;

import io.ganglion.billing.Invoices;
import io.ganglion.billing.stripe.Payments;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change of plan would come to. */
@Schema(name = "SubscriptionPreview")
public record PreviewView(
    @Schema(description = "What would be agreed") SubscriptionView subscription,
    @Schema(description = "What this month would come to, if all stayed as it is from then on")
        InvoiceView upcoming) {
  static PreviewView of(Invoices.Preview preview, Payments.How how) {
    return new PreviewView(
        SubscriptionView.of(preview.after(), how), InvoiceView.of(preview.upcoming()));
  }
}
