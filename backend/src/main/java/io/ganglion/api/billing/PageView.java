package io.ganglion.api.billing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the payment provider. */
@Schema(name = "PaymentPage")
public record PageView(
    @Schema(
            description = "Send the person there; it is open for a short time",
            examples = "https://checkout.stripe.com/c/pay/cs_test_a1")
        String url) {}
