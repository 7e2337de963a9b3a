package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Brings a server up over one folder: data made when missing, remains of a crash cleared, started,
 * awaited.
 */
final class PostgresStart {
  /** Crash recovery may replay much; 60 s cover what a laptop writes between two checkpoints. */
  private static final Duration READY = Duration.ofSeconds(60);

  private static final int INITDB_LIMIT_S = 120;
  private static final int ATTEMPTS = 3;
  private static final int TAIL_LINES = 15;

  /** Durable as in production: what the platform acknowledges must survive a kill here too. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories",
              "", // a socket's path is limited to 107 bytes; a clone may lie deeper
          "fsync", "on",
          "synchronous_commit", "on",
          "max_connections", "200",
          "password_encryption", "scram-sha-256",
          "archive_mode", "on", // for backups; see Archive
          "log_line_prefix", "%m [%p] %q%u@%d ");

  private final Path home;
  private final LogFile log;
  private final PostgresBinaries binaries;
  private final RunAs as;

  PostgresStart(Path home) {
    this.home = Trees.makePrivate(home);
    this.log = new LogFile(home.resolve("server.log"));
    this.binaries = PostgresBinaries.in(home.resolveSibling("bin"));
    LocalPostgres.password(home); // made before the folder is given away
    this.as = RunAs.unprivileged(binaries.program("initdb"), home);
  }

  LocalPostgres run(int port) {
    if (!Files.isDirectory(LocalPostgres.data(home))) {
      initialise();
    }
    new PostgresLock(LocalPostgres.data(home)).clearIfStale();
    for (int attempt = 1; ; attempt++) {
      long before = log.size();
      var server = new LocalPostgres(home, launch(port == 0 ? Ports.free() : port));
      if (ready(server)) {
        return server;
      }
      server.stop();
      if (attempt == ATTEMPTS || port != 0) {
        throw new StackFailure(
            "PostgreSQL did not start; the end of %s:\n%s"
                .formatted(log.path(), String.join("\n", log.tail(TAIL_LINES, before))));
      }
    }
  }

  private static boolean ready(LocalPostgres server) {
    Patience.until(READY, () -> !server.process().alive() || server.answers());
    return server.process().alive() && server.answers();
  }

  private ChildRecord launch(int port) {
    var command = new ArrayList<String>();
    command.add(binaries.program("postgres").toString());
    command.addAll(
        List.of("-D", LocalPostgres.data(home).toString(), "-p", Integer.toString(port)));
    command.addAll(List.of("-c", "archive_command=" + Archive.of(home).keep()));
    SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return new Launch(home, as.command(command), Map.of(), log).start(port, "");
  }

  /**
   * Made under another name and then renamed: a launcher killed half-way leaves nothing that looks
   * like data.
   */
  private void initialise() {
    Path half = home.resolve("data.half");
    Trees.delete(half);
    var command =
        as.command(
            List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + half,
                "--username=postgres",
                "--pwfile=" + LocalPostgres.passwordFile(home),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin", // the same order of text on every machine
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
    try {
      long before = log.size();
      var process =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.rotated().toFile()))
              .start();
      boolean ended = process.waitFor(INITDB_LIMIT_S, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new StackFailure(
            "initdb failed; the end of %s:\n%s"
                .formatted(log.path(), String.join("\n", log.tail(TAIL_LINES, before))));
      }
      Files.move(half, LocalPostgres.data(home), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }
}
