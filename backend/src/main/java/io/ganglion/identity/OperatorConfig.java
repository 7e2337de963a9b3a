package io.ganglion.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the operator of this installation is known. */
@ConfigMapping(prefix = "ganglion.operator")
public interface OperatorConfig {
  /** Bearer token that may create tenants; unset: nobody may. At least 32 random characters. */
  Optional<String> token();
}
