package io.ganglion.federation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The identity provider that a tenant brings.
 *
 * @param issuer OpenID Connect: the {@code iss} of its tokens; SAML: its entity id
 * @param oidc what OpenID Connect needs besides
 * @param enforced whether people of the tenant's domains can sign in by it alone
 * @param usedAt when somebody first signed in by it as it is now
 */
public record SignInProvider(
    Kind kind,
    String issuer,
    Optional<Oidc> oidc,
    boolean enforced,
    Optional<Instant> usedAt,
    Instant changedAt,
    long version) {

  /** The protocol it speaks. */
  public enum Kind {
    OIDC,
    SAML;

    /** The written form, in lower case. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Addresses that Keycloak calls by way of the {@link Relay}.
   *
   * @param userinfoUrl empty where its ID tokens say all
   */
  public record Oidc(
      String clientId, String tokenUrl, String keysUrl, Optional<String> userinfoUrl) {}
}
