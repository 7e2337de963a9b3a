package io.ganglion.api.auth;

import io.ganglion.identity.Person;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What stands for a person where an API key's text would be used: known to us alone, and the same
 * in each of their sessions.
 */
@ApplicationScoped
public class PersonCredential {
  private final SessionSecret secret;

  PersonCredential(SessionSecret secret) {
    this.secret = secret;
  }

  public String of(Person person) {
    return secret.mark("credential|%s".formatted(person.id()));
  }
}
