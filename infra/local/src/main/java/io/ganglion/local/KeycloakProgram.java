package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/**
 * Keycloak, unpacked and augmented once for all clones of this user: its build bakes in what never
 * changes between starts, so that a start takes seconds.
 *
 * @param root the clone, whose Maven fetches the distribution
 * @param cache where programs of all clones are kept
 */
record KeycloakProgram(Path root, Path cache) {
  static final String VERSION = "26.7.3";
  private static final String ARTIFACT = "org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip";
  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
  private static final long STEP_MINUTES = 30;

  /** In the user's cache folder, as the XDG base directories say. */
  static KeycloakProgram of(Path root) {
    var xdg = System.getenv("XDG_CACHE_HOME");
    var base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return new KeycloakProgram(root, base.resolve("ganglion"));
  }

  Path folder() {
    return cache.resolve("keycloak-" + VERSION);
  }

  boolean prepared() {
    return Files.isDirectory(folder());
  }

  /**
   * Fetches (177 MB), unpacks and augments it; a minute or two, once. Of several launchers at once
   * one does it and the others wait.
   *
   * @throws StackFailure when a step fails; the log says how
   */
  void prepare(LogFile log) {
    if (prepared()) {
      return;
    }
    try {
      Files.createDirectories(cache);
      var options = List.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try (var channel =
              FileChannel.open(
                  cache.resolve("keycloak.lock"), options.toArray(StandardOpenOption[]::new));
          var lock = channel.lock()) {
        if (!prepared() && lock.isValid()) {
          make(log);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't prepare Keycloak in " + cache, e);
    }
  }

  private void make(LogFile log) throws IOException {
    var half = cache.resolve("keycloak.half");
    Trees.delete(half);
    Files.createDirectories(half);
    run(
        log,
        root,
        List.of(
            root.resolve("mvnw").toString(),
            "-B",
            "-q",
            COPY,
            "-Dartifact=" + ARTIFACT,
            "-Dmdep.stripVersion=true",
            "-DoutputDirectory=" + half));
    var zip = half.resolve("keycloak-quarkus-dist.zip");
    unpack(zip, half);
    Files.delete(zip);
    var made = half.resolve("keycloak-" + VERSION);
    run(
        log,
        made,
        List.of(
            "sh",
            made.resolve("bin").resolve("kc.sh").toString(),
            "build",
            "--db=postgres",
            "--health-enabled=true",
            "--features=organization,passkeys"));
    Files.move(made, folder(), StandardCopyOption.ATOMIC_MOVE);
    Trees.delete(half);
  }

  private static void unpack(Path zip, Path into) throws IOException {
    try (var file = new ZipFile(zip.toFile())) {
      for (var entry : file.stream().toList()) {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("%s leads out of %s".formatted(entry.getName(), zip));
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          try (var bytes = file.getInputStream(entry)) {
            Files.copy(bytes, target);
          }
        }
      }
    }
  }

  private static void removed(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it runs
    }
  }

  private static void run(LogFile log, Path folder, List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.rotated().toFile()));
    var process = builder.start();
    // whoever stops the launcher stops what it waits for
    var hook =
        new Thread(
            () -> {
              process.descendants().forEach(ProcessHandle::destroy);
              process.destroy();
            });
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      if (process.waitFor(STEP_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!Thread.currentThread().isInterrupted()) {
        removed(hook);
      }
    }
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    throw new StackFailure(
        "Keycloak could not be prepared: %s failed; see %s"
            .formatted(Path.of(command.getFirst()).getFileName(), log.path()));
  }
}
