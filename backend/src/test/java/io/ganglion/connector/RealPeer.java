package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server that somebody else wrote, on loopback, in a process of its own while a class of tests
 * runs; {@code backend/peers} has them all. The first use installs them, for which npm has to be
 * there; without it the tests are skipped and say so.
 */
public final class RealPeer implements BeforeAllCallback, AfterAllCallback {
  private static final Path FOLDER = Path.of("peers");
  private static final long INSTALL_MINUTES = 20;
  private final String name;
  private @Nullable Process process;
  private int port;

  /**
   * @param name as {@code start.mjs} knows it
   */
  public RealPeer(String name) {
    this.name = name;
  }

  /** Starts it; returns once it can be connected to. */
  @Override
  public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
    install();
    port = Stack.freePort();
    var log = Files.createTempFile("peer-" + name, ".log");
    var started =
        new ProcessBuilder("node", "start.mjs", name, Integer.toString(port))
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process = started;
    Patience.await(name + " is ready; see " + log)
        .atMost(Duration.ofMinutes(2))
        .failFast(name + " ended; see " + log, () -> !started.isAlive())
        .until(this::answers);
  }

  private static synchronized void install() throws IOException, InterruptedException {
    if (Files.isRegularFile(FOLDER.resolve("node_modules/.package-lock.json"))) {
      return;
    }
    assumeThat(new ProcessBuilder("sh", "-c", "command -v npm").start().waitFor())
        .as("npm, to install what is in backend/peers")
        .isZero();
    var npm =
        new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile("peers", ".log").toFile())
            .start();
    assertThat(npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) && npm.exitValue() == 0)
        .as("npm ci in backend/peers")
        .isTrue();
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Its address, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (process != null) {
      process.getOutputStream().close(); // which it ends with
      process.destroy();
    }
  }
}
