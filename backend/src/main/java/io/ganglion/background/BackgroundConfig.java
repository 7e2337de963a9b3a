package io.ganglion.background;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How errands are run. */
@ConfigMapping(prefix = "ganglion.background")
interface BackgroundConfig {
  /** How often a process looks for due errands. */
  @WithDefault("2s")
  Duration poll();

  /** How many errands one process runs at the same time. */
  @WithDefault("4")
  int threads();

  /**
   * How often a process says that it still runs an errand; after four of these without a word
   * another process takes it.
   */
  @WithDefault("5s")
  Duration heartbeat();

  /** How long to wait after the first failure; it doubles with each, up to {@link #longestWait}. */
  @WithDefault("5s")
  Duration firstWait();

  /** The longest wait between two tries. */
  @WithDefault("1h")
  Duration longestWait();
}
