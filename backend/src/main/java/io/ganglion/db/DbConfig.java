package io.ganglion.db;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the application's transactions. */
@ConfigMapping(prefix = "ganglion.db")
interface DbConfig {
  /**
   * How long a caller may wait for its turn at the pool before it is told that we are overloaded.
   */
  @WithDefault("2s")
  Duration turnWait();
}
