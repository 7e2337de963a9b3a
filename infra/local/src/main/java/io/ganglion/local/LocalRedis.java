package io.ganglion.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A real Redis server on 127.0.0.1 that outlives the JVM that started it. Its folder holds the
 * data, the password, the log and the record of the process, so the next {@link #start} finds what
 * still runs.
 */
public final class LocalRedis implements AutoCloseable {
  private static final Duration TERM = Duration.ofSeconds(10);
  private static final Duration KILL = Duration.ofSeconds(5);

  private final Path home;
  private final ChildRecord child;

  LocalRedis(Path home, ChildRecord child) {
    this.home = home;
    this.child = child;
  }

  /**
   * Starts the server over the data in {@code home}, or adopts the one that already runs over it.
   * One that runs but does not answer is stopped first.
   *
   * @param home the server's own folder, made when missing; the program is unpacked to {@code
   *     home/../bin}
   * @param port where to listen; 0 for any free port. An adopted server keeps the port it has
   * @throws StackFailure when the server does not come up; the message has the end of its log
   */
  public static LocalRedis start(Path home, int port) {
    Path folder = home.toAbsolutePath().normalize();
    var running = find(folder);
    if (running.isPresent()) {
      if (running.get().answers()) {
        return running.get();
      }
      running.get().stop();
    }
    return new RedisStart(folder).run(port);
  }

  /** The server that runs over {@code home}, if one does; it may not answer. */
  public static Optional<LocalRedis> find(Path home) {
    Path folder = home.toAbsolutePath().normalize();
    return ChildRecord.running(folder).map(child -> new LocalRedis(folder, child));
  }

  public int port() {
    return child.port();
  }

  public long pid() {
    return child.process().pid();
  }

  public ProcessRef process() {
    return child.process();
  }

  /** Address with the password in it: not for a log. */
  public String url() {
    return "redis://:%s@127.0.0.1:%d".formatted(password(home), port());
  }

  /** Ends the server after it saved its data; past 10 s it is killed. */
  public void stop() {
    if (!process().end("TERM", TERM)) {
      process().end("KILL", KILL);
    }
    ChildRecord.forget(home);
  }

  /** Kills the server as a crash would (SIGKILL). */
  public void killHard() {
    process().end("KILL", KILL);
  }

  @Override
  public void close() {
    stop();
  }

  boolean answers() {
    return new RedisPing(port(), password(home)).answered();
  }

  static String password(Path home) {
    return Secrets.one(home.resolve("password"));
  }
}
