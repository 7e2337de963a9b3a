package io.ganglion.api.auth;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the OIDC library which client a request is of. It asks when somebody signs in and not
 * before, so that a provider which is down at the start harms nothing.
 */
@ApplicationScoped
class Providers implements TenantConfigResolver {
  private final OidcClients clients;

  Providers(OidcClients clients) {
    this.clients = clients;
  }

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
    boolean token = request.request().getHeader("Authorization") != null;
    return Uni.createFrom().item((token ? clients.tokens() : clients.sessions()).orElse(null));
  }
}
