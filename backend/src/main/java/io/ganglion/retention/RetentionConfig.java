package io.ganglion.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How history is cut off. */
@ConfigMapping(prefix = "ganglion.retention")
public interface RetentionConfig {
  /** From one look at all tenants to the next. */
  @WithDefault("PT1H")
  Duration period();

  /** Tenants that are looked up at once. */
  @WithDefault("200")
  int tenants();

  /** Runs that one transaction forgets, of one tenant. */
  @WithDefault("200")
  int runs();

  /** What takes longer, such as writing a month of the journal anew, is left as it is. */
  @WithDefault("PT30M")
  Duration longest();
}
