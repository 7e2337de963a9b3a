package io.ganglion.federation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.keycloak.Keycloak;
import io.ganglion.keycloak.KeycloakAdmin;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The identity providers that tenants bring. */
@ApplicationScoped
public class SignInProviders {
  private static final Logger LOG = Logger.getLogger(SignInProviders.class);
  private static final int TRIES = 3;

  /** What Keycloak answers about a provider that has just been taken away: 400 from its caches. */
  private static final Set<Integer> IN_THE_MIDDLE = Set.of(400, 404, 409);

  private final TenantTx tx;
  private final Tenants tenants;
  private final KeycloakAdmin admin;
  private final OidcDiscovery discovery;
  private final RelayAddress relay;
  private final Audit audit;
  private final FederationConfig config;

  SignInProviders(
      TenantTx tx,
      Tenants tenants,
      KeycloakAdmin admin,
      OidcDiscovery discovery,
      RelayAddress relay,
      Audit audit,
      FederationConfig config) {
    this.tx = tx;
    this.tenants = tenants;
    this.admin = admin;
    this.discovery = discovery;
    this.relay = relay;
    this.audit = audit;
    this.config = config;
  }

  public Optional<SignInProvider> find(TenantId tenant) {
    return tx.call(tenant, connection -> ProviderStore.find(connection, tenant));
  }

  /**
   * Brings an OpenID Connect provider, in place of whatever was there; it is not enforced at first.
   *
   * @param clientSecret goes to Keycloak and is kept nowhere else
   * @throws FederationProblem if it can't be used, or no domain is verified
   */
  public SignInProvider putOidc(
      TenantId tenant, String issuer, String clientId, String clientSecret) {
    var name = prepare(tenant);
    var endpoints = discovery.of(issuer);
    var mark = relay.next();
    var oidc =
        new SignInProvider.Oidc(
            clientId, endpoints.tokenUrl(), endpoints.keysUrl(), endpoints.userinfoUrl());
    var provider =
        BrokerConfig.oidc(
            tenant, name, issuer, clientId, clientSecret, endpoints, relay.of(tenant, mark));
    return put(
        tenant,
        name,
        provider,
        List.of(),
        fresh(SignInProvider.Kind.OIDC, issuer, Optional.of(oidc)),
        relay.hash(mark));
  }

  /**
   * Brings a SAML provider, in place of whatever was there; it is not enforced at first.
   *
   * @throws FederationProblem if it can't be used, or no domain is verified
   */
  public SignInProvider putSaml(TenantId tenant, String metadata) {
    var name = prepare(tenant);
    var parsed = SamlMetadata.parse(metadata, config.plainHttp());
    return put(
        tenant,
        name,
        BrokerConfig.saml(tenant, name, parsed, admin.issuer()),
        BrokerConfig.samlMappers(tenant),
        fresh(SignInProvider.Kind.SAML, parsed.entityId(), Optional.empty()),
        null);
  }

  /**
   * Whether people of the tenant's domains can sign in by it alone.
   *
   * @throws NotFound if there is none
   * @throws FederationProblem if nobody has signed in by it as it is
   */
  public SignInProvider enforce(TenantId tenant, boolean enforced) {
    return tx.call(
        tenant,
        connection -> {
          tenants.lockedName(tenant);
          var before = there(ProviderStore.find(connection, tenant));
          if (before.enforced() == enforced) {
            return before;
          }
          if (enforced && before.usedAt().isEmpty()) {
            throw FederationProblem.untried();
          }
          ProviderStore.enforce(connection, tenant, enforced);
          var after = there(ProviderStore.find(connection, tenant));
          tenants.mirror(tenant);
          audit.note(
              connection,
              tenant,
              Change.of("sign_in_provider.changed", tenant, facts(before), facts(after)));
          return after;
        });
  }

  /**
   * From the next request on nobody needs it; within seconds nobody can use it.
   *
   * @throws NotFound if there is none
   */
  public void remove(TenantId tenant) {
    tx.call(
        tenant,
        connection -> {
          tenants.lockedName(tenant);
          var before = there(ProviderStore.find(connection, tenant));
          ProviderStore.delete(connection, tenant);
          tenants.mirror(tenant);
          audit.note(
              connection, tenant, Change.gone("sign_in_provider.removed", tenant, facts(before)));
          return before;
        });
  }

  /** Where the tenant's provider sends people back to. */
  public Optional<String> redirectUri(TenantId tenant) {
    return admin.configured()
        ? Optional.of("%s/broker/%s/endpoint".formatted(admin.issuer(), tenant))
        : Optional.empty();
  }

  /** By what name a SAML provider knows us. */
  public Optional<String> entityId() {
    return admin.configured() ? Optional.of(admin.issuer()) : Optional.empty();
  }

  /** The tenant's name, if it may bring a provider at all. */
  private String prepare(TenantId tenant) {
    if (!admin.configured()) {
      throw FederationProblem.unmanaged();
    }
    return tx.call(
        tenant,
        connection -> {
          if (verified(DomainStore.all(connection, tenant)).isEmpty()) {
            throw FederationProblem.domainNeeded();
          }
          tenants.mirror(tenant); // takes away what is made below, should its row never come
          return tenants.lockedName(tenant);
        });
  }

  private SignInProvider put(
      TenantId tenant,
      String name,
      ObjectNode provider,
      List<ObjectNode> mappers,
      SignInProvider wanted,
      byte @Nullable [] relayHash) {
    atKeycloak(keycloak -> make(keycloak, tenant, name, provider, mappers));
    var made = store(tenant, wanted, relayHash);
    atKeycloak(
        keycloak -> { // a mirror that ran before the row was there has taken it away again
          if (keycloak.provider(tenant.toString()).isEmpty()) {
            make(keycloak, tenant, name, provider, mappers);
          }
        });
    return made;
  }

  /** Again, where a mirror that knows of no row takes away in the middle what is being made. */
  private void make(
      Keycloak keycloak,
      TenantId tenant,
      String name,
      ObjectNode provider,
      List<ObjectNode> mappers) {
    for (int left = TRIES - 1; true; left--) {
      try {
        makeOnce(keycloak, tenant, name, provider, mappers);
        return;
      } catch (Keycloak.Refused e) {
        if (left == 0 || !IN_THE_MIDDLE.contains(e.status())) {
          throw e;
        }
      }
    }
  }

  private void makeOnce(
      Keycloak keycloak,
      TenantId tenant,
      String name,
      ObjectNode provider,
      List<ObjectNode> mappers) {
    var domains = tx.call(tenant, c -> verified(DomainStore.all(c, tenant)));
    var organization = keycloak.put(tenant.toString(), name, domains);
    keycloak.replaceProvider(provider, mappers);
    keycloak.link(organization, tenant.toString());
  }

  private SignInProvider store(
      TenantId tenant, SignInProvider wanted, byte @Nullable [] relayHash) {
    return tx.call(
        tenant,
        connection -> {
          tenants.lockedName(tenant);
          var before = ProviderStore.find(connection, tenant);
          ProviderStore.put(connection, tenant, wanted, relayHash);
          var after = there(ProviderStore.find(connection, tenant));
          audit.note(
              connection,
              tenant,
              before
                  .map(
                      was ->
                          Change.of("sign_in_provider.changed", tenant, facts(was), facts(after)))
                  .orElseGet(() -> Change.made("sign_in_provider.added", tenant, facts(after))));
          return after;
        });
  }

  private void atKeycloak(Consumer<Keycloak> work) {
    try (var keycloak = admin.open().orElseThrow(FederationProblem::unmanaged)) {
      work.accept(keycloak);
    } catch (Keycloak.Refused e) {
      LOG.warnf("a tenant's identity provider could not be set up: %s", e.getMessage());
      throw e.status() == 400
          ? new InvalidRequest("", "the platform's identity provider refuses these values")
          : FederationProblem.unavailable();
    } catch (java.io.UncheckedIOException e) {
      LOG.warnf("a tenant's identity provider could not be set up: %s", e.getMessage());
      throw FederationProblem.unavailable();
    }
  }

  private static SignInProvider fresh(
      SignInProvider.Kind kind, String issuer, Optional<SignInProvider.Oidc> oidc) {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new SignInProvider(kind, issuer, oidc, false, Optional.empty(), now, 1);
  }

  private static List<String> verified(List<SignInDomain> all) {
    return all.stream()
        .filter(domain -> domain.verifiedAt().isPresent())
        .map(SignInDomain::name)
        .toList();
  }

  private static SignInProvider there(Optional<SignInProvider> found) {
    return found.orElseThrow(() -> new NotFound("sign-in provider"));
  }

  private static ObjectNode facts(SignInProvider provider) {
    return Json.object()
        .put("kind", provider.kind().text())
        .put("issuer", provider.issuer())
        .put("client_id", provider.oidc().map(SignInProvider.Oidc::clientId).orElse(null))
        .put("enforced", provider.enforced());
  }
}
