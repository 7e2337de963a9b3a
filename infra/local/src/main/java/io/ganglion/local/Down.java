package io.ganglion.local;

import java.time.Duration;
import java.util.Optional;

/**
 * {@code ./ganglion down}: ends the launcher that watches, then whatever of the stack still runs.
 */
final class Down {
  /** A launcher gives each of its servers its own patience before it kills. */
  private static final Duration LAUNCHER = Duration.ofSeconds(90);

  private static final Duration KILL = Duration.ofSeconds(5);

  private final StackDir dir;
  private final Terminal terminal;

  Down(StackDir dir, Terminal terminal) {
    this.dir = dir;
    this.terminal = terminal;
  }

  int run() {
    var lock = LauncherLock.tryTake(dir);
    boolean launched = lock.isEmpty();
    if (launched) {
      LauncherLock.holder(dir).ifPresent(this::end);
      lock = LauncherLock.tryTake(dir);
    }
    if (lock.isEmpty()) {
      throw new StackFailure("another ./ganglion is at work here; try again in a moment");
    }
    try (var held = lock.get()) {
      if (!launched && !anythingRuns()) {
        terminal.line("nothing runs");
      }
      Stack.stopAll(dir, terminal);
    }
    return 0;
  }

  private void end(ProcessRef launcher) {
    terminal.step(
        "stopping the stack that process %d watches".formatted(launcher.pid()),
        () -> Optional.of(launcher.end("TERM", LAUNCHER) || launcher.end("KILL", KILL)),
        ended -> "the launcher, process %d, ended".formatted(launcher.pid()));
  }

  private boolean anythingRuns() {
    return new SignIn(dir).runs()
        || LocalMail.find(dir.mail()).isPresent()
        || Backend.find(dir).isPresent()
        || LocalRedis.find(dir.redis()).isPresent()
        || LocalPostgres.find(dir.postgres()).isPresent();
  }
}
