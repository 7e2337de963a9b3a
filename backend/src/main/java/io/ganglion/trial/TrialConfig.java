package io.ganglion.trial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of trials. */
@ConfigMapping(prefix = "ganglion.trial")
public interface TrialConfig {
  /** Worlds that a tenant may have open at one time; further trials wait for their turn. */
  @WithDefault("8")
  int perTenant();

  /** Trials of a tenant that may wait. */
  @WithDefault("5000")
  int waiting();

  /** Trials that one process looks at at the same time. */
  @WithDefault("8")
  int atOnce();

  /** How often a process looks for trials that are due. */
  @WithDefault("200ms")
  Duration poll();

  /** How long a trial belongs to whoever looks at it; then it is another process's. */
  @WithDefault("60s")
  Duration lease();

  /** How long what still runs at a trial's limit is waited for, once it was asked to stop. */
  @WithDefault("15s")
  Duration grace();

  /** How long an external agent may take; a scenario's own limit is for workflows. */
  @WithDefault("30m")
  Duration external();
}
