package io.ganglion.federation;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.keycloak.Keycloak;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Makes Keycloak's organization sign its people in as the tenant wants. */
@ApplicationScoped
public class Broker {
  private final TenantTx tx;

  Broker(TenantTx tx) {
    this.tx = tx;
  }

  private record Wanted(List<String> domains, Optional<SignInProvider> provider) {}

  /**
   * Says how things are, not what changed; done again, it is the same. It can't make the provider
   * itself, whose secret was Keycloak's from the first.
   *
   * @return the organization's identifier there
   */
  public String mirror(Keycloak keycloak, TenantId tenant, String name) {
    var alias = tenant.toString();
    var wanted = wanted(tenant);
    var organization = keycloak.put(alias, name, wanted.domains);
    if (wanted.provider.isEmpty()) {
      keycloak.deleteProvider(alias);
      return organization;
    }
    boolean redirects = wanted.provider.get().enforced();
    keycloak
        .provider(alias)
        .ifPresent(
            provider -> {
              if (BrokerConfig.redirects(provider) != redirects) {
                keycloak.changeProvider(BrokerConfig.redirecting(provider, redirects));
              }
              keycloak.link(organization, alias);
            });
    return organization;
  }

  private Wanted wanted(TenantId tenant) {
    return tx.call(
        tenant,
        connection ->
            new Wanted(
                DomainStore.all(connection, tenant).stream()
                    .filter(domain -> domain.verifiedAt().isPresent())
                    .map(SignInDomain::name)
                    .toList(),
                ProviderStore.find(connection, tenant)));
  }
}
