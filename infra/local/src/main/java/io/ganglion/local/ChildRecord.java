package io.ganglion.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is written down about a child before it runs its program, so that a later launcher can find
 * it.
 *
 * @param process the child
 * @param port the TCP port it serves on 127.0.0.1; 0 when it serves none
 * @param build which build of its program it runs; empty where that does not matter
 */
record ChildRecord(ProcessRef process, int port, String build) {

  /** The child that belongs to {@code home}, if it runs. */
  static Optional<ChildRecord> running(Path home) {
    return file(home).readJson(ChildRecord.class).filter(child -> child.process.alive());
  }

  void write(Path home) {
    file(home).writeJson(this);
  }

  static void forget(Path home) {
    file(home).delete();
  }

  private static PrivateFile file(Path home) {
    return new PrivateFile(home.resolve("process.json"));
  }
}
