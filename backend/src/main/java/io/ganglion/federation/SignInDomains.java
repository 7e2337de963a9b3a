package io.ganglion.federation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The e-mail domains of tenants, and the proof that they are theirs. */
@ApplicationScoped
public class SignInDomains {
  private static final int TOKEN_BYTES = 24;

  private final TenantTx tx;
  private final Tenants tenants;
  private final TxtRecords records;
  private final Audit audit;
  private final FederationConfig config;
  private final SecureRandom random = new SecureRandom();

  SignInDomains(
      TenantTx tx, Tenants tenants, TxtRecords records, Audit audit, FederationConfig config) {
    this.tx = tx;
    this.tenants = tenants;
    this.records = records;
    this.audit = audit;
    this.config = config;
  }

  /** By name. */
  public List<SignInDomain> list(TenantId tenant) {
    return tx.call(tenant, connection -> DomainStore.all(connection, tenant));
  }

  /**
   * Names a domain; it counts once it is verified. Naming it again changes nothing.
   *
   * @throws InvalidRequest if it is no domain
   * @throws FederationProblem if the tenant has as many as it may
   */
  public SignInDomain add(TenantId tenant, String text) {
    var name =
        SignInDomain.parse(text)
            .orElseThrow(
                () -> new InvalidRequest("/domain", "send a domain name, e.g. example.com"));
    return tx.call(
        tenant,
        connection -> {
          tenants.lockedName(tenant); // two at once can't both be the last that is allowed
          var there = DomainStore.all(connection, tenant);
          var same = there.stream().filter(one -> one.name().equals(name)).findFirst();
          if (same.isPresent()) {
            return same.get();
          }
          if (there.size() >= config.domains()) {
            throw FederationProblem.tooManyDomains(config.domains());
          }
          var made = new SignInDomain(name, token(), now(), Optional.empty());
          DomainStore.insert(connection, tenant, made);
          audit.note(connection, tenant, Change.made("sign_in_domain.added", tenant, facts(made)));
          return made;
        });
  }

  /**
   * Looks for the proof.
   *
   * @throws NotFound if the tenant named no such domain
   * @throws FederationProblem if the proof is not there, or another tenant has the domain
   */
  public SignInDomain verify(TenantId tenant, String name) {
    var domain = get(tenant, name);
    if (domain.verifiedAt().isPresent()) {
      return domain;
    }
    var answer = records.of(domain.record());
    if (!answer.values().contains(domain.value())) {
      throw FederationProblem.unproved(domain, answer.seen());
    }
    return tx.call(
        tenant,
        connection -> {
          DomainStore.verify(connection, tenant, domain.name(), now());
          var verified = find(DomainStore.all(connection, tenant), domain.name());
          tenants.mirror(tenant);
          audit.note(
              connection,
              tenant,
              Change.of("sign_in_domain.verified", tenant, facts(domain), facts(verified)));
          return verified;
        });
  }

  /**
   * @throws NotFound if the tenant named no such domain
   * @throws FederationProblem if it is the last one that the tenant's provider serves
   */
  public void remove(TenantId tenant, String name) {
    tx.call(
        tenant,
        connection -> {
          tenants.lockedName(tenant);
          var all = DomainStore.all(connection, tenant);
          var domain = find(all, name);
          boolean last =
              domain.verifiedAt().isPresent()
                  && all.stream().filter(one -> one.verifiedAt().isPresent()).count() == 1;
          if (last && ProviderStore.find(connection, tenant).isPresent()) {
            throw FederationProblem.domainInUse();
          }
          DomainStore.delete(connection, tenant, domain.name());
          tenants.mirror(tenant);
          audit.note(
              connection, tenant, Change.gone("sign_in_domain.removed", tenant, facts(domain)));
          return domain;
        });
  }

  private SignInDomain get(TenantId tenant, String name) {
    return find(list(tenant), name);
  }

  private static SignInDomain find(List<SignInDomain> all, String text) {
    var name = SignInDomain.parse(text);
    return all.stream()
        .filter(one -> name.filter(one.name()::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new NotFound("domain"));
  }

  private static ObjectNode facts(SignInDomain domain) {
    return Json.object()
        .put("domain", domain.name())
        .put("verified", domain.verifiedAt().isPresent());
  }

  private String token() {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
