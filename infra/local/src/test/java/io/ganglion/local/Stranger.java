package io.ganglion.local;

import java.io.IOException;

/** A process of somebody else's, which nothing here may end. */
record Stranger(Process process) implements AutoCloseable {
  static Stranger start() throws IOException {
    return new Stranger(new ProcessBuilder("sleep", "600").start());
  }

  long pid() {
    return process.pid();
  }

  boolean unharmed() {
    return process.isAlive();
  }

  /** A record that names this process's pid, but one that ran earlier under the same number. */
  ProcessRef predecessor() {
    return new ProcessRef(pid(), "an earlier start");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
