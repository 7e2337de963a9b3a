package io.ganglion.connector;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where the laboratory's simulated platforms are. */
@ConfigMapping(prefix = "ganglion.lab")
interface LabConfig {
  /**
   * Base address of the laboratory without a trailing slash, e.g. {@code
   * http://127.0.0.1:7600/lab}; a platform is at {@code <url>/<connector>}. Unset: there is no
   * environment {@code lab}.
   */
  Optional<URI> url();
}
