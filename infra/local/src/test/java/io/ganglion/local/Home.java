package io.ganglion.local;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A server's folder for one test, gone afterwards. Its name has a space, as a clone's path may. All
 * share a parent, and with it the unpacked programs.
 */
record Home(Path path) implements AutoCloseable {
  static Home create() {
    return new Home(
        Path.of("target", "local stack", UUID.randomUUID().toString()).toAbsolutePath());
  }

  @Override
  public void close() {
    Trees.delete(path);
  }
}
