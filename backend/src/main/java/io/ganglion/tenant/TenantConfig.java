package io.ganglion.tenant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Of tenants that go. */
@ConfigMapping(prefix = "ganglion.tenant")
interface TenantConfig {
  /** How long a tenant that was deleted can be had back. */
  @WithDefault("P14D")
  Duration grace();
}
