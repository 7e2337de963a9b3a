package io.ganglion.api.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of streams of events. */
@ConfigMapping(prefix = "ganglion.stream")
interface StreamConfig {
  /** Streams that one process serves at once. */
  @WithDefault("500")
  int streams();

  /** How often a stream looks for what is new. */
  @WithDefault("PT0.3S")
  Duration poll();

  /** After so long without an event a comment is sent: it keeps proxies from closing the stream. */
  @WithDefault("PT15S")
  Duration quiet();

  /** After this a stream is closed; the reader goes on with Last-Event-ID. */
  @WithDefault("PT10M")
  Duration longest();
}
