package io.ganglion.api.federation;

import io.ganglion.api.Scope;
import io.ganglion.federation.SignInDomains;
import io.ganglion.federation.SignInProvider;
import io.ganglion.federation.SignInProviders;
import io.ganglion.identity.Caller;
import io.ganglion.identity.Scopes;
import io.ganglion.kernel.InvalidRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** By which identity provider the tenant's people sign in. */
@Path("/api/v1/tenant/sign-in")
@Tag(name = "tenants")
@RunOnVirtualThread
public class FederationResource {
  private final Caller caller;
  private final SignInDomains domains;
  private final SignInProviders providers;
  private final URI publicUrl;

  FederationResource(
      Caller caller,
      SignInDomains domains,
      SignInProviders providers,
      @ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    this.caller = caller;
    this.domains = domains;
    this.providers = providers;
    this.publicUrl = publicUrl;
  }

  @GET
  @Scope("tenant:read")
  @Operation(
      summary = "Get how the tenant's people sign in",
      description = "Its e-mail domains, its provider, and what the provider has to know.")
  public FederationView get() {
    var tenant = caller.tenant();
    var redirect = providers.redirectUri(tenant).orElse(null);
    return new FederationView(
        redirect,
        providers.entityId().orElse(null),
        redirect == null ? null : redirect + "/descriptor",
        "%s/auth/login?provider=%s".formatted(publicUrl.toString().replaceFirst("/+$", ""), tenant),
        domains.list(tenant).stream().map(DomainView::of).toList(),
        providers.find(tenant).map(ProviderView::of).orElse(null));
  }

  @POST
  @Path("/domains")
  @Scope(Scopes.SIGN_IN_WRITE)
  @ResponseStatus(201)
  @APIResponse(responseCode = "201", description = "Named; it counts once it is verified")
  @Operation(
      summary = "Add an e-mail domain",
      description =
          "Then add the TXT record to its name servers, and verify it. Adding it again changes nothing.")
  public DomainView addDomain(@Valid @NotNull(message = "send a JSON object") DomainBody body) {
    return DomainView.of(domains.add(caller.tenant(), body.domain()));
  }

  @POST
  @Path("/domains/{domain}/verification")
  @Scope(Scopes.SIGN_IN_WRITE)
  @Operation(
      summary = "Verify an e-mail domain",
      description = "Looks for the TXT record; name servers may take some time to answer with it.")
  public DomainView verifyDomain(@PathParam("domain") String domain) {
    return DomainView.of(domains.verify(caller.tenant(), domain));
  }

  @DELETE
  @Path("/domains/{domain}")
  @Scope(Scopes.SIGN_IN_WRITE)
  @ResponseStatus(204)
  @APIResponse(responseCode = "204", description = "Removed; its people sign in as others do")
  @Operation(summary = "Remove an e-mail domain")
  public void removeDomain(@PathParam("domain") String domain) {
    domains.remove(caller.tenant(), domain);
  }

  @PUT
  @Path("/provider")
  @Scope(Scopes.SIGN_IN_WRITE)
  @Operation(
      summary = "Bring an identity provider",
      description =
          "In place of the one that was there. It is asked at once what it is (OpenID Connect), or read from its"
              + " metadata (SAML). It is not enforced before somebody has signed in by it.")
  public ProviderView putProvider(
      @Valid @NotNull(message = "send a JSON object") ProviderBody body) {
    return ProviderView.of(put(body));
  }

  @PATCH
  @Path("/provider")
  @Scope(Scopes.SIGN_IN_WRITE)
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProviderView.class)))
  @APIResponse(responseCode = "404", description = "No identity provider is set up")
  @Operation(
      summary = "Enforce the identity provider, or not",
      description =
          "Enforced: who has an address of the tenant's verified domains is let in by this provider alone, with the"
              + " next request. API keys and service accounts go on.")
  public ProviderView changeProvider(
      @Valid @NotNull(message = "send a JSON object") EnforcedBody body) {
    return ProviderView.of(providers.enforce(caller.tenant(), body.enforced()));
  }

  @DELETE
  @Path("/provider")
  @Scope(Scopes.SIGN_IN_WRITE)
  @ResponseStatus(204)
  @APIResponse(responseCode = "204", description = "Removed; people sign in as others do")
  @APIResponse(responseCode = "404", description = "No identity provider is set up")
  @Operation(summary = "Remove the identity provider")
  public void removeProvider() {
    providers.remove(caller.tenant());
  }

  private SignInProvider put(ProviderBody body) {
    return switch (body.kind()) {
      case "oidc" ->
          providers.putOidc(
              caller.tenant(),
              needed(body.issuer(), "/issuer"),
              needed(body.clientId(), "/client_id"),
              needed(body.clientSecret(), "/client_secret"));
      case "saml" -> providers.putSaml(caller.tenant(), needed(body.metadata(), "/metadata"));
      default -> throw new InvalidRequest("/kind", "send oidc or saml");
    };
  }

  private static String needed(@Nullable String value, String pointer) {
    if (value == null || value.isBlank()) {
      throw new InvalidRequest(pointer, "send it: a provider of this kind needs it");
    }
    return value;
  }
}
