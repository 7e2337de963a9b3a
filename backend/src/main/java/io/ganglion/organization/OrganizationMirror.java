package io.ganglion.organization;

import io.ganglion.background.Errand;
import io.ganglion.federation.Broker;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import io.ganglion.keycloak.Keycloak;
import io.ganglion.keycloak.KeycloakAdmin;
import io.ganglion.member.Member;
import io.ganglion.member.Members;
import io.ganglion.member.People;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a tenant's organization equal to the tenant: its name, its way of signing in, and those
 * members that are users of that Keycloak. It says how things are, not what changed, so that any
 * number of changes are one, and half of one is mended by the next.
 */
@ApplicationScoped
class OrganizationMirror implements Errand {
  private static final int PAGE = 100;

  private final KeycloakAdmin admin;
  private final Tenants tenants;
  private final Members members;
  private final People people;
  private final Broker broker;

  OrganizationMirror(
      KeycloakAdmin admin, Tenants tenants, Members members, People people, Broker broker) {
    this.admin = admin;
    this.broker = broker;
    this.tenants = tenants;
    this.members = members;
    this.people = people;
  }

  @Override
  public String name() {
    return Tenants.MIRROR;
  }

  @Override
  public void run(String subject) {
    if (!admin.configured()) {
      return;
    }
    var id = TenantId.fromString(subject.split("/", 2)[0]);
    try (var keycloak = admin.open().orElseThrow()) {
      var tenant = tenants.find(id);
      if (tenant.isEmpty()) {
        keycloak.deleteProvider(id.toString());
        keycloak.find(id.toString()).ifPresent(keycloak::delete);
        return;
      }
      var organization = broker.mirror(keycloak, id, tenant.get().name());
      var wanted = subjects(id);
      var there = keycloak.members(organization);
      var known = there.stream().map(Keycloak.Member::id).collect(Collectors.toSet());
      wanted.stream()
          .filter(one -> !known.contains(one))
          .forEach(one -> keycloak.add(organization, one));
      there.stream()
          .filter(one -> !one.managed() && !wanted.contains(one.id()))
          .forEach(one -> keycloak.remove(organization, one.id()));
    }
  }

  /** Of the members that this Keycloak names. */
  private Set<String> subjects(TenantId tenant) {
    var issuer = admin.issuer();
    var all = new HashSet<String>();
    Optional<PersonId> after = Optional.empty();
    do {
      Page<Member> page = members.list(tenant, PAGE, after);
      page.data().stream()
          .filter(member -> !member.service())
          .flatMap(member -> people.known(member.id()).stream())
          .filter(person -> person.issuer().equals(issuer))
          .forEach(person -> all.add(person.subject()));
      after = page.next().map(PersonId::fromString);
    } while (after.isPresent());
    return all;
  }
}
