package io.ganglion.coordination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Capacity of tenants. */
@ConfigMapping(prefix = "ganglion.capacity")
public interface CapacityConfig {
  /** What a tenant may hold at one instant that has chosen no plan, in weight. */
  @WithDefault("5")
  int defaultK();
}
