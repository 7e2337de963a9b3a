package io.ganglion.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The backend of the last release, built of this clone's history; a later run finds it there. */
final class PreviousRelease {
  /** A release puts its predecessor's tag here. Until 0.1.0 is out: a commit before V0261. */
  private static final String REVISION = "f7311b5";

  /** What that commit lacks to be one that a rolling upgrade can start again. */
  static final Map<String, String> SETTINGS =
      Map.of("QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:future");

  private static final Path ROOT = Path.of("..");
  private static final Path FOLDER = Path.of("target", "previous", REVISION).toAbsolutePath();

  private PreviousRelease() {}

  /**
   * Its packaged application. A test whose clone has no such revision, since it is shallow, is
   * skipped.
   */
  static Path jar() throws IOException, InterruptedException {
    var jar = FOLDER.resolve(Path.of("backend", "target", "quarkus-app", "quarkus-run.jar"));
    if (!Files.exists(jar)) {
      assumeTrue(
          exit(ROOT, List.of("git", "cat-file", "-e", REVISION + "^{commit}")) == 0,
          "this clone has no " + REVISION + ": git fetch --unshallow");
      build();
    }
    return jar;
  }

  private static void build() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    var sources = FOLDER.resolve("sources.tar");
    must(ROOT, List.of("git", "archive", "--output", sources.toString(), REVISION));
    must(FOLDER, List.of("tar", "-xf", sources.toString()));
    must(
        FOLDER,
        List.of(
            "./mvnw",
            "-q",
            "-B",
            "package",
            "-Dmaven.test.skip=true",
            "-pl",
            "ledger,infra/local,backend"));
  }

  private static void must(Path folder, List<String> command)
      throws IOException, InterruptedException {
    int exit = exit(folder, command);
    if (exit != 0) {
      throw new IOException("%s ended with %d in %s".formatted(command, exit, folder));
    }
  }

  private static int exit(Path folder, List<String> command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start().waitFor();
  }
}
