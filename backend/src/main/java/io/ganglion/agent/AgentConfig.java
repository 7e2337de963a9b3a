package io.ganglion.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of what is kept of agents in memory. */
@ConfigMapping(prefix = "ganglion.agent")
interface AgentConfig {
  /**
   * How long a process may use an agent as it read it. An edit through the same process is seen at
   * once; through another one, after this time at the latest.
   */
  @WithDefault("1s")
  Duration cached();

  /** How many agents are kept; the others are read again. */
  @WithDefault("10000")
  int cachedCount();
}
