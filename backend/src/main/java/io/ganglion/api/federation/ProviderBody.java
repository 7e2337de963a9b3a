package io.ganglion.api.federation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An identity provider of the tenant's; which members are needed depends on its kind. */
@Schema(name = "SignInProviderBody")
public record ProviderBody(
    @NotNull(message = "send oidc or saml")
        @Size(max = 10, message = "send oidc or saml")
        @Schema(
            enumeration = {"oidc", "saml"},
            examples = "oidc")
        String kind,
    @Size(max = 500, message = "send at most 500 characters")
        @Schema(
            description = "oidc: the issuer, letter by letter as the provider names itself",
            examples = "https://login.example.com")
        @Nullable String issuer,
    @Size(max = 255, message = "send at most 255 characters")
        @Schema(description = "oidc: our client there")
        @Nullable String clientId,
    @Size(max = 1000, message = "send at most 1,000 characters")
        @Schema(description = "oidc: that client's secret; never shown again")
        @Nullable String clientSecret,
    @Size(max = 200_000, message = "send at most 200,000 characters")
        @Schema(description = "saml: the provider's metadata, an EntityDescriptor in XML")
        @Nullable String metadata) {

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ProviderBody[%s]".formatted(kind);
  }
}
