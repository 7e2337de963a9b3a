package io.ganglion.identity;

import io.ganglion.kernel.PersonId;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom the identity provider says somebody is.
 *
 * @param issuer the {@code iss} of the provider's tokens
 * @param subject their {@code sub}
 * @param email in lower case
 * @param emailVerified whether the provider saw that mail to it reaches them
 * @param name for people
 */
public record Person(
    String issuer,
    String subject,
    Optional<String> email,
    boolean emailVerified,
    Optional<String> name) {
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_NAME = 200;

  /** What the provider says is cut where no name or address is as long. */
  public Person {
    email =
        email.map(text -> text.toLowerCase(Locale.ROOT)).filter(it -> it.length() <= LONGEST_EMAIL);
    name = name.map(text -> text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME));
  }

  public PersonId id() {
    return PersonId.of(issuer, subject);
  }

  /** The address, if mail to it was seen to reach them. */
  public Optional<String> verifiedEmail() {
    return email.filter(address -> emailVerified);
  }

  /** The part of the address behind the @. */
  public Optional<String> domain() {
    return email.filter(it -> it.contains("@")).map(it -> it.substring(it.lastIndexOf('@') + 1));
  }

  /** How others know them: address, name or identifier. */
  public String called() {
    return email.or(() -> name).orElseGet(() -> id().toString());
  }
}
