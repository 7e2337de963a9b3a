package io.ganglion.organization;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Keycloak's administration, if there is any: other providers need no mirror. */
@ConfigMapping(prefix = "ganglion.organization")
interface OrganizationConfig {
  /** Of the realm, e.g. {@code https://id.example.com/admin/realms/ganglion}. */
  Optional<URI> url();

  /** A client that may manage organizations and, for their members, users. */
  Optional<String> client();

  Optional<String> secret();

  /** How long to wait for an answer. */
  @WithDefault("10s")
  Duration timeout();
}
