package io.ganglion.federation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Enterprise sign-in. */
@ConfigMapping(prefix = "ganglion.federation")
interface FederationConfig {
  /** How many e-mail domains a tenant may name. */
  @WithDefault("20")
  int domains();

  /** The name server that is asked for proofs, {@code host:port}; unset: the system's. */
  Optional<String> nameServer();

  /** How long the name server may take. */
  @WithDefault("5s")
  Duration nameTimeout();

  /** How long a tenant's provider may take to answer. */
  @WithDefault("10s")
  Duration providerTimeout();

  /**
   * Where Keycloak reaches this platform, to reach tenants' providers through it; unset: the public
   * address.
   */
  Optional<URI> relay();

  /** Whether a provider may be reached without TLS: on a machine of one's own alone. */
  @WithDefault("false")
  boolean plainHttp();
}
