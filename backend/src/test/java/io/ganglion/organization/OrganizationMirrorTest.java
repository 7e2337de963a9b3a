package io.ganglion.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.federation.Broker;
import io.ganglion.identity.Person;
import io.ganglion.identity.Role;
import io.ganglion.kernel.TenantId;
import io.ganglion.keycloak.Keycloak;
import io.ganglion.keycloak.KeycloakServer;
import io.ganglion.member.Members;
import io.ganglion.member.People;
import io.ganglion.member.SignUp;
import io.ganglion.tenant.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class OrganizationMirrorTest {
  @Inject Tenants tenants;
  @Inject Members members;
  @Inject People people;
  @Inject SignUp signUp;
  @Inject Broker broker;

  @Test
  void an_organization_becomes_what_the_tenant_is_whatever_came_between() throws Exception {
    try (var keycloak = new KeycloakServer()) {
      var issuer = keycloak.url().replace("/admin", "");
      var ann = person(issuer);
      var bob = person(issuer);
      people.greet(ann);
      people.greet(bob);
      var tenant = signUp.create(ann, TenantId.next(), "Acme").id();
      members.addService(
          tenant, Role.OWNER::mayGive, person("https://another.example"), Role.VIEWER);
      var mirror = mirror(keycloak);

      keycloak.failures.set(1);
      assertThatThrownBy(() -> mirror.run(tenant + "/1")).isInstanceOf(Keycloak.Refused.class);
      keycloak.failures.set(3); // the next try comes half-way no further than this
      assertThatThrownBy(() -> mirror.run(tenant + "/1")).isInstanceOf(Keycloak.Refused.class);
      keycloak.failures.set(0);
      for (int again = 0; again < 2; again++) {
        mirror.run(tenant + "/1");
        var made = keycloak.organizations.values().iterator().next();
        assertThat(made.name()).isEqualTo("Acme (%s)".formatted(tenant));
        assertThat(made.members()).containsExactly(ann.subject());
      }
      tenants.rename(tenant, "Acme & Sons", OptionalLong.empty());
      var there = keycloak.organizations.values().iterator().next().members();
      there.add("a-stranger");
      there.add("came-by-their-provider"); // taking them out would delete the user
      keycloak.managed.add("came-by-their-provider");
      mirror.run(tenant + "/2");
      assertThat(keycloak.organizations).hasSize(1);
      var made = keycloak.organizations.values().iterator().next();
      assertThat(made.name()).isEqualTo("Acme & Sons (%s)".formatted(tenant));
      assertThat(made.members()).containsExactlyInAnyOrder(ann.subject(), "came-by-their-provider");
    }
  }

  @Test
  void what_somebody_else_makes_at_the_same_time_is_given_its_name_and_domains() throws Exception {
    try (var server = new KeycloakServer();
        var keycloak = server.admin().open().orElseThrow()) {
      var tenant = TenantId.next().toString();
      var made = keycloak.put(tenant, "Acme", List.of());
      server.early.set(1);
      assertThat(keycloak.put(tenant, "Acme & Sons", List.of("acme.example"))).isEqualTo(made);
      var there = java.util.Objects.requireNonNull(server.organizations.get(made));
      assertThat(there.name()).isEqualTo("Acme & Sons (%s)".formatted(tenant));
      assertThat(there.domains()).containsExactly("acme.example");
    }
  }

  @Test
  void the_organization_of_a_tenant_that_is_gone_goes() throws Exception {
    try (var keycloak = new KeycloakServer()) {
      var gone = TenantId.next();
      keycloak.organizations.put(
          "org-9",
          new KeycloakServer.Organization(
              "org-9", gone.toString(), "x", List.of(), new java.util.TreeSet<>()));
      mirror(keycloak).run(gone + "/1");
      assertThat(keycloak.organizations).isEmpty();
    }
  }

  private OrganizationMirror mirror(KeycloakServer keycloak) {
    return new OrganizationMirror(keycloak.admin(), tenants, members, people, broker);
  }

  private static Person person(String issuer) {
    var subject = UUID.randomUUID().toString();
    return new Person(
        issuer, subject, Optional.of(subject + "@example.com"), true, Optional.of("Somebody"));
  }
}
