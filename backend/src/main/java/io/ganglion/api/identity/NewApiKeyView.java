package io.ganglion.api.identity;

import io.ganglion.identity.ApiKeys;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An API key that was just made. */
@Schema(name = "NewApiKey")
public record NewApiKeyView(
    ApiKeyView apiKey,
    @Schema(description = "The whole key; never shown again", examples = "gk_live_…")
        String secret) {
  static NewApiKeyView of(ApiKeys.Made made) {
    return new NewApiKeyView(ApiKeyView.of(made.key()), made.secret());
  }
}
