package io.ganglion.faults;

import io.ganglion.testing.Stack;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;

/**
 * The classes of a backend that was started to the end and stopped, kept for those that are started
 * after it: tests that kill hundreds of processes wait for the boot of each. The one that the build
 * keeps comes from a start without a database, and saves half as much.
 */
final class TrainedCache {
  private static final Set<StandardOpenOption> WRITE =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

  private TrainedCache() {}

  /**
   * Trains first where nobody has since the package was made; other test processes wait for that.
   *
   * @return a file for {@code -XX:AOTCache}
   */
  static synchronized Path of(Path jar) throws IOException {
    var trained = jar.resolveSibling("trained.aot");
    try (var lock = FileChannel.open(jar.resolveSibling("trained.lock"), WRITE);
        var _ = lock.lock()) {
      if (!Files.exists(trained) || changed(trained).compareTo(changed(jar)) < 0) {
        train(trained);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return trained;
  }

  private static FileTime changed(Path file) throws IOException {
    return Files.getLastModifiedTime(file);
  }

  private static void train(Path trained) throws IOException, InterruptedException {
    var half = trained.resolveSibling("trained.half");
    int port = Stack.freePort();
    var backend =
        BackendProcess.launch("-XX:AOTCacheOutput=" + half, "api,worker,lab", port, port, Map.of());
    backend.ready();
    backend.terminate();
    Files.move(half, trained, StandardCopyOption.REPLACE_EXISTING);
  }
}
