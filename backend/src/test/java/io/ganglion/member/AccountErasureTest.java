package io.ganglion.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.identity.Person;
import io.ganglion.keycloak.Keycloak;
import io.ganglion.keycloak.KeycloakServer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountErasureTest {
  private static String subject(String issuer) {
    return AccountErasure.subject(
        new Person(issuer, "sub-1", Optional.empty(), false, Optional.empty()));
  }

  @Test
  void an_account_of_ours_goes_however_often_it_is_asked_for() throws Exception {
    try (var server = new KeycloakServer()) {
      server.users.add("sub-1");
      server.users.add("sub-2");
      var erasure = new AccountErasure(server.admin());
      var ours = subject(server.url().replace("/admin", ""));
      server.failures.set(1);
      assertThatThrownBy(() -> erasure.run(ours)).isInstanceOf(Keycloak.Refused.class);
      erasure.run(ours);
      erasure.run(ours);
      assertThat(server.users).containsExactly("sub-2");
    }
  }

  @Test
  void one_at_another_provider_is_left_alone() throws Exception {
    try (var server = new KeycloakServer()) {
      server.users.add("sub-1");
      new AccountErasure(server.admin()).run(subject("https://another.example"));
      new AccountErasure(KeycloakServer.none()).run(subject("https://another.example"));
      assertThat(server.users).containsExactly("sub-1");
    }
  }
}
