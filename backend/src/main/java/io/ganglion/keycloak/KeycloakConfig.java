package io.ganglion.keycloak;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Keycloak's administration, if there is any: other providers have no organizations. */
@ConfigMapping(prefix = "ganglion.organization")
interface KeycloakConfig {
  /** Of the realm, e.g. {@code https://id.example.com/admin/realms/ganglion}. */
  Optional<URI> url();

  /** A client that may manage organizations, for their members users, and identity providers. */
  Optional<String> client();

  Optional<String> secret();

  /** How long to wait for an answer. */
  @WithDefault("10s")
  Duration timeout();
}
