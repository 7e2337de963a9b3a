package io.ganglion.oauth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** Apps that the operator has registered at platforms. */
@ConfigMapping(prefix = "ganglion.oauth")
interface OAuthConfig {
  /** By connector, e.g. {@code x}. */
  @WithParentName
  Map<String, Registered> apps();

  /** One app; both or none. */
  interface Registered {
    /** Unset: tenants bring an app of their own, or type credentials in. */
    Optional<String> clientId();

    /** Unset: as if there were no app. */
    Optional<String> clientSecret();
  }
}
