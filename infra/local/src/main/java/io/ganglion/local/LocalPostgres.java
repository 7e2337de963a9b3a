package io.ganglion.local;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL server on 127.0.0.1 that outlives the JVM that started it. Its folder holds the
 * data, the superuser's password, the log and the record of the process, so the next {@link #start}
 * finds what still runs.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final Duration FAST = Duration.ofSeconds(20);
  private static final Duration IMMEDIATE = Duration.ofSeconds(5);
  private static final Duration KILL = Duration.ofSeconds(5);
  private static final String URL =
      "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=2&loginTimeout=3&socketTimeout=60";

  private final Path home;
  private final ChildRecord child;

  LocalPostgres(Path home, ChildRecord child) {
    this.home = home;
    this.child = child;
  }

  /**
   * Starts the server over the data in {@code home}, or adopts the one that already runs over it.
   * One that runs but does not answer is stopped first. The programs are unpacked beside the
   * folder, in {@code home/../bin}.
   *
   * @param home the server's own folder, made when missing; a relative path counts from the working
   *     directory
   * @param port where to listen; 0 for any free port. An adopted server keeps the port it has
   * @throws StackFailure when the server does not come up; the message has the end of its log
   */
  public static LocalPostgres start(Path home, int port) {
    Path folder = home.toAbsolutePath().normalize();
    var running = find(folder);
    if (running.isPresent()) {
      if (running.get().answers()) {
        return running.get();
      }
      running.get().stop();
    }
    return new PostgresStart(folder).run(port);
  }

  /** The server that runs over {@code home}, if one does; it may not answer. */
  public static Optional<LocalPostgres> find(Path home) {
    Path folder = home.toAbsolutePath().normalize();
    return ChildRecord.running(folder).map(child -> new LocalPostgres(folder, child));
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

  /**
   * Address of the platform's database, without user and password; it exists once {@link Bootstrap}
   * has run.
   */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), Bootstrap.DATABASE);
  }

  /** Address of the maintenance database with the superuser's name and password: not for a log. */
  public String superuserUrl() {
    return URL.formatted(port(), "postgres") + "&user=postgres&password=" + password(home);
  }

  /**
   * Ends the server: sessions are cut, data is flushed. Past 20 s it is made to end without a
   * checkpoint.
   */
  public void stop() {
    if (!process().end("INT", FAST) && !process().end("QUIT", IMMEDIATE)) {
      process().end("KILL", KILL);
    }
    ChildRecord.forget(home);
  }

  /**
   * Kills the server's main process as a crash would (SIGKILL); its sessions' processes follow by
   * themselves.
   */
  public void killHard() {
    process().end("KILL", KILL);
  }

  @Override
  public void close() {
    stop();
  }

  /** Whether the superuser gets in, and the server serves this folder and not another. */
  boolean answers() {
    try (var connection = DriverManager.getConnection(superuserUrl());
        var rows = connection.createStatement().executeQuery("SHOW data_directory")) {
      return rows.next() && Path.of(rows.getString(1)).equals(data(home));
    } catch (SQLException e) {
      return false;
    }
  }

  static Path data(Path home) {
    return home.resolve("data");
  }

  static Path passwordFile(Path home) {
    return home.resolve("password");
  }

  static String password(Path home) {
    return Secrets.one(passwordFile(home));
  }
}
