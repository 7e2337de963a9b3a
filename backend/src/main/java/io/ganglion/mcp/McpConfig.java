package io.ganglion.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Limits of agents' tools over the Model Context Protocol. */
@ConfigMapping(prefix = "ganglion.mcp")
public interface McpConfig {
  /** A client's session is forgotten when it wasn't used for this long; what it did stays. */
  @WithDefault("P7D")
  Duration sessionIdle();

  /** The most sessions of one tenant; the one that was unused longest makes room. */
  @WithDefault("1000")
  int sessions();

  /**
   * How long a call waits for its end; then it is answered as it is, and goes on. Shorter than
   * clients wait by default: the Java SDK gives up after 20 s.
   */
  @WithDefault("PT15S")
  Duration patience();

  /** How long an open call waits for what its client asks the user. */
  @WithDefault("PT5M")
  Duration askPatience();

  /** How often a call that waits says so. */
  @WithDefault("PT5S")
  Duration progress();

  /** Calls that one process lets wait at once; others are answered as they are. */
  @WithDefault("500")
  int waiters();

  /** Tools on one page of a list. */
  @WithDefault("50")
  int page();

  /** Web origins, beside our own, whose pages may call; e.g. {@code https://inspector.example}. */
  Optional<List<String>> origins();
}
