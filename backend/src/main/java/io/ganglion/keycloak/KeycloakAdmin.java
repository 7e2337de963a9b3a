package io.ganglion.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Opens Keycloak's administration, where the operator configured one. */
@ApplicationScoped
public class KeycloakAdmin {
  private static final String ADMIN = "/admin/realms/";

  private final KeycloakConfig config;

  KeycloakAdmin(KeycloakConfig config) {
    this.config = config;
  }

  public boolean configured() {
    return config.url().isPresent() && config.client().isPresent() && config.secret().isPresent();
  }

  /**
   * The {@code iss} of its tokens.
   *
   * @throws java.util.NoSuchElementException if none is configured
   */
  public String issuer() {
    return config.url().map(URI::toString).orElseThrow().replace(ADMIN, "/realms/");
  }

  /**
   * Signs in there as our own client.
   *
   * @return empty where none is configured
   * @throws java.io.UncheckedIOException if it doesn't answer
   * @throws Keycloak.Refused if it doesn't know us
   */
  public Optional<Keycloak> open() {
    return configured()
        ? Optional.of(
            new Keycloak(
                config.url().orElseThrow(),
                config.client().orElseThrow(),
                config.secret().orElseThrow(),
                config.timeout()))
        : Optional.empty();
  }
}
