package io.ganglion.api.federation;

import io.ganglion.federation.SignInProvider;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The identity provider the tenant brought. */
@Schema(name = "SignInProvider")
public record ProviderView(
    @Schema(
            enumeration = {"oidc", "saml"},
            examples = "oidc")
        String kind,
    @Schema(
            description = "oidc: the issuer; saml: the provider's entity id",
            examples = "https://login.example.com")
        String issuer,
    @Nullable String clientId,
    @Schema(description = "Whether people of the tenant's domains can sign in by it alone")
        boolean enforced,
    @Schema(description = "When somebody first signed in by it as it is now; null: nobody did")
        @Nullable Instant usedAt,
    Instant changedAt) {
  static ProviderView of(SignInProvider provider) {
    return new ProviderView(
        provider.kind().text(),
        provider.issuer(),
        provider.oidc().map(SignInProvider.Oidc::clientId).orElse(null),
        provider.enforced(),
        provider.usedAt().orElse(null),
        provider.changedAt());
  }
}
