package io.ganglion.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a part counts as degraded, for the status page. */
@ConfigMapping(prefix = "ganglion.status")
public interface StatusConfig {
  /** How long a run that is due may wait for a worker. */
  @WithDefault("1m")
  Duration runDelay();

  /** How long a webhook that is due may wait. */
  @WithDefault("5m")
  Duration webhookDelay();

  /** How long an answer is given again before anything is looked at anew. */
  @WithDefault("5s")
  Duration fresh();
}
