package io.ganglion.a2a;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of agents that are asked over the Agent2Agent protocol. */
@ConfigMapping(prefix = "ganglion.a2a")
public interface A2aConfig {
  /** How long a request waits for its task's end; then it is answered as it is, and goes on. */
  @WithDefault("PT60S")
  Duration patience();

  /** How long a stream lasts at most; a client subscribes again. */
  @WithDefault("PT10M")
  Duration stream();

  /** Requests that one process lets wait at once; others are answered as they are. */
  @WithDefault("500")
  int waiters();

  /** Parts of one message. */
  @WithDefault("100")
  int parts();
}
