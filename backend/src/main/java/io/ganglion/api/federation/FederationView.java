package io.ganglion.api.federation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the tenant's people sign in, and what its provider has to know of the platform. */
@Schema(name = "TenantSignIn")
public record FederationView(
    @Schema(
            description =
                "Where the provider sends people back to: OpenID Connect's redirect URI, SAML's assertion consumer"
                    + " service; null: this installation can't take a provider",
            examples =
                "https://id.example.org/realms/ganglion/broker/ten_01h2xcejqtf2nbrexx3vqjhp41/endpoint")
        @Nullable String redirectUri,
    @Schema(description = "saml: the platform's entity id") @Nullable String entityId,
    @Schema(description = "saml: the platform's metadata, once the provider is there")
        @Nullable String metadataUrl,
    @Schema(description = "Signs in by the tenant's provider, enforced or not") String signInUrl,
    @Schema(description = "By name") List<DomainView> domains,
    @Schema(description = "null: none") @Nullable ProviderView provider) {
  public FederationView {
    domains = List.copyOf(domains);
  }
}
