package io.ganglion.api.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the streams of runs' events. */
@ConfigMapping(prefix = "ganglion.stream")
interface RunStreamConfig {
  /** Streams that one process serves at once. */
  @WithDefault("500")
  int streams();

  /** How often a stream looks for what is new. */
  @WithDefault("PT0.3S")
  Duration poll();

  /** After this a stream is closed; the reader goes on with Last-Event-ID. */
  @WithDefault("PT10M")
  Duration longest();
}
