package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** Brings a Redis up over one folder: configured, started, awaited. */
final class RedisStart {
  private static final Duration READY = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 3;
  private static final int TAIL_LINES = 15;

  private final Path home;
  private final LogFile log;

  RedisStart(Path home) {
    this.home = Trees.makePrivate(home);
    this.log = new LogFile(home.resolve("server.log"));
  }

  LocalRedis run(int port) {
    String program = program(home.resolveSibling("bin")).toString();
    for (int attempt = 1; ; attempt++) {
      long before = log.size();
      int chosen = port == 0 ? Ports.free() : port;
      var command = List.of(program, configuration(chosen).toString());
      var server = new LocalRedis(home, new Launch(home, command, Map.of(), log).start(chosen, ""));
      if (ready(server)) {
        return server;
      }
      server.stop();
      if (attempt == ATTEMPTS || port != 0) {
        throw new StackFailure(
            "Redis did not start; the end of %s:\n%s"
                .formatted(log.path(), String.join("\n", log.tail(TAIL_LINES, before))));
      }
    }
  }

  private static boolean ready(LocalRedis server) {
    Patience.until(READY, () -> !server.process().alive() || server.answers());
    return server.process().alive() && server.answers();
  }

  /**
   * In a file and not in arguments: everybody on the machine can read those, and the password is
   * among them.
   */
  private Path configuration(int port) {
    Path file = home.resolve("redis.conf");
    new PrivateFile(file)
        .write(
            """
            bind 127.0.0.1
            port %d
            requirepass %s
            dir "%s"
            appendonly yes
            daemonize no
            """
                .formatted(port, LocalRedis.password(home), quoted(home)));
    return file;
  }

  private static String quoted(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static Path program(Path bin) {
    Path program = bin.resolve("redis-server");
    try {
      if (!Files.isExecutable(program)) {
        Files.createDirectories(bin);
        Path half = Files.createTempDirectory(bin, "redis");
        Path unpacked = ExecutableProvider.newJarResourceProvider(half.toFile()).get().toPath();
        Files.move(unpacked, program, StandardCopyOption.ATOMIC_MOVE);
        Trees.delete(half);
      }
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException("can't unpack Redis to " + bin, e);
    }
  }
}
