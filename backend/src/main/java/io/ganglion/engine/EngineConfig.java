package io.ganglion.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of a worker. */
@ConfigMapping(prefix = "ganglion.engine")
interface EngineConfig {
  /** The most runs one worker holds in memory. */
  @WithDefault("4000")
  int maxRuns();

  /** The most runs one claim takes. */
  @WithDefault("500")
  int claimBatch();

  /** How often a worker looks for due runs when nobody wakes it. */
  @WithDefault("PT0.25S")
  Duration poll();

  /** How many group commits may be under way at once. */
  @WithDefault("2")
  int committers();

  /** The most units in one group commit. */
  @WithDefault("2000")
  int commitUnits();

  /**
   * How long a stopping worker waits for what its runs have under way. Each run is handed over as
   * soon as nothing is; what is left then may end in doubt.
   */
  @WithDefault("PT15S")
  Duration drain();
}
