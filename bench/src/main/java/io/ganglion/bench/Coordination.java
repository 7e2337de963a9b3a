package io.ganglion.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./ganglion bench coordination}: runs {@code bench/coordination}, a program of its own, and
 * gives it what its drivers work on: a database, and a backend that is started again whenever the
 * program kills it.
 */
final class Coordination {
  static final String NAME = "coordination";

  /** How the program's command line names its drivers, and ours among them. */
  private static final String DRIVER = "--driver";

  private static final String OURS = "ganglion";

  private Coordination() {}

  /**
   * Runs the program on servers of its own.
   *
   * @param arguments the program's own
   * @return whether it ran to its end
   */
  static boolean measure(Path jar, List<String> arguments) throws Exception {
    try (var rig = new Rig()) {
      if (!wantsOurs(arguments)) {
        return run(rig, Map.of(), arguments);
      }
      try (var backend = Backend.start(rig, jar, Map.of())) {
        var pid = rig.folder().resolve("backend.pid");
        note(pid, backend);
        var keeper = Thread.ofVirtual().start(() -> keepUp(pid, backend));
        try {
          return run(
              rig,
              Map.of(
                  "GANGLION_URL", backend.url(),
                  "GANGLION_KEY", backend.key(),
                  "GANGLION_PID_FILE", pid.toString()),
              arguments);
        } finally {
          keeper.interrupt();
          keeper.join();
        }
      }
    }
  }

  private static boolean wantsOurs(List<String> arguments) {
    int at = arguments.indexOf(DRIVER);
    return at < 0
        || at + 1 == arguments.size()
        || List.of(arguments.get(at + 1).split(",", -1)).contains(OURS);
  }

  private static boolean run(Rig rig, Map<String, String> settings, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add("node");
    command.add(Path.of(System.getProperty("ganglion.coordination"), "main.mjs").toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(settings);
    builder.environment().put("BENCH_POSTGRES_URL", database(rig));
    return builder.start().waitFor() == 0;
  }

  /** A database that the driver makes when it needs it. */
  private static String database(Rig rig) {
    var login = rig.login("coordination");
    return "postgresql://%s:%s@%s:%d/coordination"
        .formatted(
            login.user(),
            URLEncoder.encode(login.password(), StandardCharsets.UTF_8),
            login.host(),
            login.port());
  }

  private static void keepUp(Path pid, Backend backend) {
    try {
      while (true) {
        backend.revive();
        note(pid, backend);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new IllegalStateException("the backend could not be started again", e);
    }
  }

  /** In one move: a reader never finds half a number. */
  private static void note(Path file, Backend backend) throws IOException {
    var half = file.resolveSibling("half.pid");
    Files.writeString(half, Long.toString(backend.pid()));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
