package io.ganglion.federation;

import io.ganglion.db.TenantTx;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keycloak's way to a tenant's provider: Keycloak has no guard against addresses of inner networks,
 * we have. It reaches the addresses the provider named when it was brought, and no others.
 */
@ApplicationScoped
public class Relay {
  private final TenantTx tx;
  private final Egress egress;
  private final RelayAddress address;
  private final FederationConfig config;

  Relay(TenantTx tx, Egress egress, RelayAddress address, FederationConfig config) {
    this.tx = tx;
    this.egress = egress;
    this.address = address;
    this.config = config;
  }

  /** What Keycloak asks a provider for. */
  public enum Endpoint {
    TOKEN("POST"),
    KEYS("GET"),
    USERINFO("GET");

    private final String method;

    Endpoint(String method) {
      this.method = method;
    }

    private Optional<String> of(SignInProvider.Oidc oidc) {
      return switch (this) {
        case TOKEN -> Optional.of(oidc.tokenUrl());
        case KEYS -> Optional.of(oidc.keysUrl());
        case USERINFO -> oidc.userinfoUrl();
      };
    }
  }

  private record Known(byte[] hash, SignInProvider.Oidc oidc) {}

  /**
   * Passes a question on, and answers what came of it.
   *
   * @param mark what Keycloak was told when the provider was brought
   * @param authorization of Keycloak's request, if it has one
   * @param form its body
   * @throws NotFound if the tenant has no such provider, or the mark is wrong
   */
  public HttpResult pass(
      TenantId tenant,
      String mark,
      Endpoint endpoint,
      Optional<String> authorization,
      byte[] form) {
    var oidc =
        known(tenant)
            .filter(known -> MessageDigest.isEqual(known.hash, address.hash(mark)))
            .map(Known::oidc)
            .flatMap(endpoint::of)
            .orElseThrow(() -> new NotFound("sign-in provider"));
    var headers = new TreeMap<String, List<String>>(Map.of("Accept", List.of("*/*")));
    authorization.ifPresent(value -> headers.put("Authorization", List.of(value)));
    if (endpoint == Endpoint.TOKEN) {
      headers.put("Content-Type", List.of("application/x-www-form-urlencoded"));
    }
    return egress.call(
        new HttpCall(
            endpoint.method,
            URI.create(oidc),
            headers,
            form,
            config.providerTimeout(),
            Origin.TENANT,
            endpoint == Endpoint.TOKEN, // a code is redeemed once
            0));
  }

  private Optional<Known> known(TenantId tenant) {
    return tx.call(
        tenant,
        connection -> {
          var oidc = ProviderStore.find(connection, tenant).flatMap(SignInProvider::oidc);
          var hash = ProviderStore.relayHash(connection, tenant);
          return oidc.flatMap(of -> hash.map(shown -> new Known(shown, of)));
        });
  }
}
