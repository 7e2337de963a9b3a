package io.ganglion.local;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The process around {@link Up}: one at a time, and whatever ends it, what was started is stopped.
 */
final class UpVerb {
  private static final Duration UNWIND = Duration.ofSeconds(10);

  private final StackDir dir;
  private final UpOptions options;
  private final Terminal terminal;
  private final Build build;
  private final Up up;

  UpVerb(StackDir dir, Build build, UpOptions options, Terminal terminal) {
    this.dir = dir;
    this.options = options;
    this.terminal = terminal;
    this.build = build;
    this.up = new Up(dir, build, options, terminal);
  }

  /**
   * @return the exit code; 0 too when a stack runs already and is what was asked for
   */
  int run() throws InterruptedException {
    var taken = LauncherLock.tryTake(dir);
    if (taken.isEmpty()) {
      return alreadyRuns(
          LauncherLock.holder(dir).map(p -> "process " + p.pid()).orElse("another process"));
    }
    var lock = taken.get();
    boolean detached = StackFile.read(dir).filter(StackFile::detached).isPresent();
    if (detached
        && Stack.find(dir).filter(s -> s.backend().ready()).isPresent()
        && !options.fresh()) {
      if (options.signIn()) {
        new SignIn(dir).resume(build);
      }
      lock.close();
      return alreadyRuns("an earlier `up --detach`");
    }
    StackFile.delete(dir); // of a launcher that was killed
    return supervised(lock);
  }

  private int alreadyRuns(String by) {
    var file = StackFile.read(dir);
    terminal.line(
        file.map(f -> "a stack runs already on %s, started by %s".formatted(f.url(), by))
            .orElse("a stack is being started by " + by));
    boolean elsewhere =
        file.map(f -> f.ports().get("backend")).filter(port -> !isWanted(port)).isPresent();
    if (options.fresh() || elsewhere) {
      terminal.bad("to start it anew, stop it first: ./ganglion down");
      return 1;
    }
    return 0;
  }

  private boolean isWanted(int port) {
    return options.port().isEmpty() || options.port().getAsInt() == port;
  }

  /**
   * Runs until the stack is up and detached, or has ended.
   *
   * <p>The work has a thread of its own, so that the shutdown hook can end it first: else it might
   * start a server behind the hook's back.
   *
   * @param lock kept until all is stopped
   */
  private int supervised(LauncherLock lock) throws InterruptedException {
    var code = new AtomicInteger(1);
    var worker =
        Thread.ofPlatform()
            .unstarted(
                () -> {
                  try {
                    up.run();
                    code.set(0);
                  } catch (StackFailure | UncheckedIOException e) {
                    if (!Thread.currentThread().isInterrupted()) {
                      terminal.bad(String.valueOf(e.getMessage()));
                    }
                  }
                });
    var stop =
        new Thread(
            () -> {
              worker.interrupt();
              join(worker);
              if (code.get() != 0) {
                Stack.stopAll(dir, terminal);
              }
              lock.close();
            });
    Runtime.getRuntime().addShutdownHook(stop);
    worker.start();
    worker.join();
    return code.get();
  }

  private static void join(Thread worker) {
    try {
      worker.join(UNWIND);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
