package io.ganglion.meter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How hours are sealed. */
@ConfigMapping(prefix = "ganglion.meter")
interface MeterConfig {
  /**
   * How long after its end an hour is sealed: longer than clocks of processes may differ and a
   * commit may take. What is late all the same is found by a check.
   */
  @WithDefault("60s")
  Duration lag();

  /** How often a process looks for hours to seal. */
  @WithDefault("30s")
  Duration poll();

  /** The most hours of one tenant that are sealed before it is the next one's turn. */
  @WithDefault("24")
  int hours();

  /** The most tenants found by one look. */
  @WithDefault("200")
  int tenants();

  /** How long one hour of one tenant may take to seal, or to check; some millions of holds. */
  @WithDefault("10m")
  Duration longest();

  /** For how long sealed hours are compared with their holds. */
  @WithDefault("72h")
  Duration watched();
}
