package io.ganglion.webhook.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of inbound webhooks. */
@ConfigMapping(prefix = "ganglion.source")
interface SourceConfig {
  /** Sources a tenant may have. */
  @WithDefault("100")
  int sources();

  /** How far a request's timestamp may be from our clock, either way. */
  @WithDefault("5m")
  Duration tolerance();
}
