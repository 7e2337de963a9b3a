package io.ganglion.member;

import io.ganglion.background.Errand;
import io.ganglion.identity.Person;
import io.ganglion.keycloak.KeycloakAdmin;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Deletes the account of an erased person at the installation's own Keycloak. What another provider
 * keeps of its people is its own.
 */
@ApplicationScoped
class AccountErasure implements Errand {
  static final String NAME = "account-erasure";

  private final KeycloakAdmin admin;

  AccountErasure(KeycloakAdmin admin) {
    this.admin = admin;
  }

  /** The issuer comes last: it has slashes. */
  static String subject(Person person) {
    return person.subject() + " " + person.issuer();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split(" ", 2);
    if (!admin.configured() || !admin.issuer().equals(parts[1])) {
      return;
    }
    try (var keycloak = admin.open().orElseThrow()) {
      keycloak.deleteUser(parts[0]);
    }
  }
}
