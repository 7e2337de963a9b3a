package io.ganglion.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the operator of this installation is known. */
@ConfigMapping(prefix = "ganglion.operator")
public interface OperatorConfig {
  /** Bearer token of the operator; unset: there is none. At least 32 random characters. */
  Optional<String> token();

  /**
   * Realm role of the identity provider that makes who signs in an operator, e.g. {@code
   * ganglion-operator}; unset: nobody is one by signing in. The provider says it in the claim
   * {@code realm_access.roles}, as Keycloak does.
   */
  Optional<String> role();
}
