package io.ganglion.api.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The OpenID Connect provider that people sign in with. */
@ConfigMapping(prefix = "ganglion.oidc")
interface SignInConfig {
  /** The provider's issuer address; unset: there is no signing in, API keys alone. */
  Optional<URI> url();

  /** The dashboard's client at the provider. */
  @WithDefault("ganglion-web")
  String client();

  /** That client's secret. */
  Optional<String> secret();

  /** The {@code aud} that an access token must have. */
  @WithDefault("ganglion-api")
  String audience();

  /**
   * At least 32 random characters, the same in all processes: encrypts session cookies and makes
   * CSRF tokens.
   */
  Optional<String> sessionSecret();

  /** How long a session lives without being used; the provider may end it earlier. */
  @WithDefault("8h")
  Duration sessionIdle();

  /** How long to wait for the provider's answer. */
  @WithDefault("5s")
  Duration timeout();
}
