package io.ganglion.local;

import java.nio.file.Path;
import java.util.List;

/**
 * How a packaged backend is started: a cache of classes holds for the very flags it was made with.
 */
final class BackendCommand {
  private BackendCommand() {}

  /**
   * @param cache an option about ahead-of-time caches
   */
  static List<String> of(Path jar, String cache) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-XX:+UseSerialGC", // two cores and a small heap: no threads for a concurrent collector
        "-XX:+ExitOnOutOfMemoryError",
        "--sun-misc-unsafe-memory-access=allow",
        cache,
        "-jar",
        jar.toString());
  }

  /** The classes that the build keeps, loaded and linked. */
  static Path cache(Path jar) {
    return jar.resolveSibling("app.aot");
  }
}
