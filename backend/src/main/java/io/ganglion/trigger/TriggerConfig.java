package io.ganglion.trigger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of triggers. */
@ConfigMapping(prefix = "ganglion.trigger")
interface TriggerConfig {
  /** Triggers a tenant may have. */
  @WithDefault("100")
  int triggers();

  /** The shortest interval. */
  @WithDefault("15s")
  Duration leastInterval();

  /** How often a process looks for due ones. */
  @WithDefault("500ms")
  Duration look();

  /** Polls that one process has under way at the same time. */
  @WithDefault("16")
  int atOnce();

  /** Polls of one tenant that one process has under way at the same time. */
  @WithDefault("4")
  int perTenant();

  /** Pages of one poll that are read one after another before others have their turn. */
  @WithDefault("10")
  int pages();

  /** How long a process has a trigger from each page on; more than the longest page takes. */
  @WithDefault("60s")
  Duration lease();

  /** How long to wait after the first failure; it doubles with each, up to {@link #longestWait}. */
  @WithDefault("5s")
  Duration firstWait();

  /** The longest wait after a failure. */
  @WithDefault("15m")
  Duration longestWait();

  /** When something that is stopped is looked at again: a tenant, a connection. */
  @WithDefault("10s")
  Duration stoppedWait();
}
