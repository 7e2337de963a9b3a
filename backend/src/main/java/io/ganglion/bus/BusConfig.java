package io.ganglion.bus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the event bus. */
@ConfigMapping(prefix = "ganglion.bus")
public interface BusConfig {
  /** How long an event is kept; what a run has consumed stays in its journal. */
  @WithDefault("P7D")
  Duration kept();

  /** The most events one transaction takes away. */
  @WithDefault("5000")
  int sweep();
}
