package io.ganglion.api.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long repetitions are recognised. */
@ConfigMapping(prefix = "ganglion.idempotency")
public interface IdempotencyConfig {
  /** How long an answer is kept; at least 24 hours. */
  @WithDefault("PT48H")
  Duration keep();

  /**
   * After this a request that has not been answered is taken for dead, and its repetition may run.
   */
  @WithDefault("PT60S")
  Duration lock();

  /** Old answers that one transaction takes away. */
  @WithDefault("1000")
  int sweep();
}
