package io.ganglion.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A folder for the servers or the clone of one test class, gone afterwards. Its name has a space,
 * as a clone's path may. All share a parent, and with it the unpacked programs.
 */
record Home(Path path) implements AutoCloseable {

  /**
   * Makes it empty. The name is the same each time, so that what a killed test run left is found
   * and stopped.
   *
   * @param test whose it is
   */
  static Home of(Class<?> test) {
    var home = new Home(Path.of("target", "local stack", test.getSimpleName()).toAbsolutePath());
    home.close();
    return home;
  }

  @Override
  public void close() {
    LocalPostgres.find(path).ifPresent(LocalPostgres::stop);
    LocalRedis.find(path).ifPresent(LocalRedis::stop);
    Stack.stopAll(
        new StackDir(path),
        new Terminal(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            false,
            false));
    Trees.delete(path);
  }
}
