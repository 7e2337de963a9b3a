package io.ganglion.connector;

import io.ganglion.testing.NodePackages;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    NodePackages.install(FOLDER);
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
