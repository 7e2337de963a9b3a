package io.ganglion.api.webhook;

import io.ganglion.webhook.Endpoints;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint with a key that was just made. */
@Schema(name = "NewEndpoint")
public record NewEndpointView(
    EndpointView endpoint,
    @Schema(
            description =
                "The shared secret; never shown again. null for ed25519: the endpoint's public key"
                    + " checks",
            examples = "whsec_…")
        @Nullable String secret) {
  static NewEndpointView of(Endpoints.Made made) {
    return new NewEndpointView(EndpointView.of(made.endpoint()), made.secret().orElse(null));
  }
}
