package io.ganglion.organization;

import io.ganglion.background.Errand;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import io.ganglion.member.Member;
import io.ganglion.member.Members;
import io.ganglion.member.People;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a tenant's organization equal to the tenant: its name, and those members that are users of
 * that Keycloak. It says how things are, not what changed, so that any number of changes are one,
 * and half of one is mended by the next.
 */
@ApplicationScoped
class OrganizationMirror implements Errand {
  private static final int PAGE = 100;

  private final OrganizationConfig config;
  private final Tenants tenants;
  private final Members members;
  private final People people;

  OrganizationMirror(OrganizationConfig config, Tenants tenants, Members members, People people) {
    this.config = config;
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
    if (config.url().isEmpty() || config.client().isEmpty() || config.secret().isEmpty()) {
      return;
    }
    var id = TenantId.fromString(subject.split("/", 2)[0]);
    try (var keycloak =
        new Keycloak(
            config.url().get(), config.client().get(), config.secret().get(), config.timeout())) {
      var tenant = tenants.find(id);
      if (tenant.isEmpty()) {
        keycloak.find(id.toString()).ifPresent(keycloak::delete);
        return;
      }
      var organization = keycloak.put(id.toString(), tenant.get().name());
      var wanted = subjects(id);
      var there = keycloak.members(organization);
      wanted.stream()
          .filter(one -> !there.contains(one))
          .forEach(one -> keycloak.add(organization, one));
      there.stream()
          .filter(one -> !wanted.contains(one))
          .forEach(one -> keycloak.remove(organization, one));
    }
  }

  /** Of the members that this Keycloak names. */
  private Set<String> subjects(TenantId tenant) {
    var issuer = config.url().orElseThrow().toString().replace("/admin/realms/", "/realms/");
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
