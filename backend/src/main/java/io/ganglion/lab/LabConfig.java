package io.ganglion.lab;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the simulated platforms. */
@ConfigMapping(prefix = "ganglion.lab")
interface LabConfig {
  /**
   * How many calls may be in transactions at once: half of the application's connections, so that a
   * swarm of simulated models leaves the other half to the API.
   */
  @WithDefault("8")
  int atOnce();

  /** How long a call may wait for its turn before the platform answers that it failed. */
  @WithDefault("30s")
  Duration turnWait();
}
