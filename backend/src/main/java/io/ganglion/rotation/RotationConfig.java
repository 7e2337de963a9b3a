package io.ganglion.rotation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How keys are exchanged. */
@ConfigMapping(prefix = "ganglion.rotation")
interface RotationConfig {
  /** Data keys, or tenants, after which it is noted how far a rotation has come. */
  @WithDefault("100")
  int page();

  /**
   * How long old data keys are kept after the last was renewed: longer than a request can take that
   * sealed something by one of them and is about to store it.
   */
  @WithDefault("1m")
  Duration keepOld();
}
