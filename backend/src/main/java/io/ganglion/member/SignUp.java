package io.ganglion.member;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.identity.Person;
import io.ganglion.identity.Role;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenant;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A person makes a tenant of their own. */
@ApplicationScoped
public class SignUp {
  private final TenantTx tx;
  private final Tenants tenants;
  private final People people;
  private final Audit audit;
  private final MemberConfig config;

  SignUp(TenantTx tx, Tenants tenants, People people, Audit audit, MemberConfig config) {
    this.tx = tx;
    this.tenants = tenants;
    this.people = people;
    this.audit = audit;
    this.config = config;
  }

  /**
   * Makes the tenant and its owner in one transaction: there is no half-done one to heal.
   *
   * @param id chosen by the caller; the same call again answers the same tenant
   * @throws IdentityProblem if the person's address is not verified
   * @throws MemberProblem if they own as many as they may
   */
  public Tenant create(Person person, TenantId id, String name) {
    if (person.verifiedEmail().isEmpty()) {
      throw IdentityProblem.unverified();
    }
    var owned =
        people.greet(person).memberships().stream()
            .filter(one -> one.role() == Role.OWNER && !one.tenant().equals(id))
            .count();
    if (owned >= config.ownedTenants()) {
      throw MemberProblem.tooManyTenants(config.ownedTenants());
    }
    return tx.call(
        id,
        connection -> {
          var tenant = tenants.create(id, name);
          var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
          if (MemberStore.insert(connection, id, person, false, Role.OWNER, now)) {
            var owner = MemberStore.find(connection, id, person.id()).orElseThrow();
            audit.note(
                connection, id, Change.made("member.joined", person.id(), Members.facts(owner)));
          }
          return tenant;
        });
  }
}
