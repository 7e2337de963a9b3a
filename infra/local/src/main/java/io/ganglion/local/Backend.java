package io.ganglion.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The platform itself, as a child process that outlives the launcher. */
final class Backend {
  /** The backend lets running requests end for 10 s. */
  private static final Duration TERM = Duration.ofSeconds(20);

  private static final Duration KILL = Duration.ofSeconds(5);

  private final Path home;
  private final ChildRecord child;

  Backend(Path home, ChildRecord child) {
    this.home = home;
    this.child = child;
  }

  static Optional<Backend> find(StackDir dir) {
    return ChildRecord.running(dir.backend()).map(child -> new Backend(dir.backend(), child));
  }

  int port() {
    return child.port();
  }

  String build() {
    return child.build();
  }

  ProcessRef process() {
    return child.process();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Whether it serves, and its database and Redis with it. */
  boolean ready() {
    return Http.serves(url() + "/q/health/ready");
  }

  void stop() {
    if (!process().end("TERM", TERM)) {
      process().end("KILL", KILL);
    }
    ChildRecord.forget(home);
  }
}
