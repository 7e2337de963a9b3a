package io.ganglion.approval.link;

import io.ganglion.identity.ApiKeys;
import io.ganglion.identity.Decider;
import io.ganglion.identity.Person;
import io.ganglion.identity.Scopes;
import io.ganglion.kernel.ApiKeyId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import io.ganglion.member.Members;
import io.ganglion.member.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** In whose name links decide, as they stand now: who may no longer decide is not there. */
@ApplicationScoped
class Deciders {
  private static final String SCOPE = "approvals:write";

  private final Members members;
  private final People people;
  private final ApiKeys keys;

  Deciders(Members members, People people, ApiKeys keys) {
    this.members = members;
    this.people = people;
    this.keys = keys;
  }

  Optional<Decider> find(TenantId tenant, String actor) {
    try {
      return actor.startsWith(PersonId.PREFIX + "_")
          ? person(tenant, PersonId.fromString(actor))
          : key(tenant, ApiKeyId.fromString(actor));
    } catch (NotFound e) {
      return Optional.empty();
    }
  }

  private Optional<Decider> person(TenantId tenant, PersonId id) {
    var role = members.get(tenant, id).role();
    var email = people.known(id).flatMap(Person::verifiedEmail);
    return Optional.of(new Decider(id.toString(), Optional.of(role), email))
        .filter(decider -> role.scopes().contains(SCOPE));
  }

  private Optional<Decider> key(TenantId tenant, ApiKeyId id) {
    var key = keys.get(tenant, id);
    boolean may = key.scopes().contains(SCOPE) || key.scopes().contains(Scopes.ALL);
    return may && key.opens(Instant.now())
        ? Optional.of(new Decider(id.toString(), Optional.empty(), Optional.empty()))
        : Optional.empty();
  }
}
