package io.ganglion.addition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of tenants' own connectors. */
@ConfigMapping(prefix = "ganglion.addition")
interface AdditionConfig {
  /** Connectors of its own a tenant may have. */
  @WithDefault("20")
  int perTenant();

  /** How many are kept ready in a process; the others are read again. */
  @WithDefault("1000")
  int cached();
}
