package io.ganglion.api.billing;

import io.ganglion.api.Public;
import io.ganglion.billing.stripe.Webhooks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What Stripe tells us. */
@Path("/in/stripe")
@Tag(name = "billing")
@RunOnVirtualThread
public class StripeResource {
  private final Webhooks webhooks;

  StripeResource(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Public("Stripe signs what it sends; unsigned and old requests are refused")
  @Operation(hidden = true)
  public void receive(byte[] payload, @HeaderParam("Stripe-Signature") @Nullable String signature) {
    webhooks.receive(payload, signature);
  }
}
