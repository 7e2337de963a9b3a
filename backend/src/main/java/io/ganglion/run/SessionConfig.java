package io.ganglion.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of session runs. */
@ConfigMapping(prefix = "ganglion.session")
public interface SessionConfig {
  /** A session that has nothing to do fails after this without a request. */
  @WithDefault("PT24H")
  Duration idle();

  /** The most steps and groups of one session. */
  @WithDefault("10000")
  int steps();

  /** The most of them that are under way at once; later ones wait for their turn. */
  @WithDefault("16")
  int atOnce();

  /** Requests that one process lets wait for a step's end at once; others are answered at once. */
  @WithDefault("500")
  int waiters();
}
