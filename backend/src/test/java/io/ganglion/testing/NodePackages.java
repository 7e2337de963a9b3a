package io.ganglion.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** Node packages of a folder that has a package-lock.json, installed where they are missing. */
public final class NodePackages {
  private static final long LONGEST_MINUTES = 20;

  private NodePackages() {}

  /**
   * Installs them once, whichever of the forks comes first; without npm a test is skipped and says
   * so.
   */
  public static synchronized void install(Path folder) throws IOException, InterruptedException {
    var lock = Path.of("target", "npm-" + folder.getFileName() + ".lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      if (held.isValid()
          && Files.notExists(folder.resolve("node_modules").resolve(".package-lock.json"))) {
        installNow(folder);
      }
    }
  }

  private static void installNow(Path folder) throws IOException, InterruptedException {
    assumeThat(new ProcessBuilder("sh", "-c", "command -v npm").start().waitFor())
        .as("npm, to install what %s needs", folder)
        .isZero();
    var log = Files.createTempFile("npm-" + folder.getFileName(), ".log");
    var npm =
        new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(npm.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) && npm.exitValue() == 0)
        .as("npm ci in %s; see %s", folder, log)
        .isTrue();
  }
}
