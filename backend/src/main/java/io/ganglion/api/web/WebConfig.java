package io.ganglion.api.web;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the built dashboard is. */
@ConfigMapping(prefix = "ganglion.web")
interface WebConfig {
  /** Folder with {@code index.html} and {@code assets/}; unset: this process serves no pages. */
  Optional<Path> dist();
}
