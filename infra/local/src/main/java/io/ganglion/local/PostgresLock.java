package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The lock file of a data folder, after its server died. PostgreSQL believes the pid in it: when
 * that number has been given to a stranger since, or belongs to a zombie, it refuses to start.
 */
record PostgresLock(Path data) {
  private static final Path PROC = Path.of("/proc");

  /** Sessions notice within moments that their main process is gone. */
  private static final Duration SESSIONS = Duration.ofSeconds(15);

  /** Call when the recorded server is known not to run. */
  void clearIfStale() {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock) || !Files.isDirectory(PROC.resolve("self"))) {
      return; // without /proc we can't tell who uses the folder, and leave the decision to
      // PostgreSQL
    }
    if (!Patience.until(SESSIONS, () -> !inUse())) {
      throw new StackFailure("another PostgreSQL works in " + data + "; stop it first");
    }
    new PrivateFile(lock).delete();
  }

  /** Every process of a server has the data folder as its working directory. */
  private boolean inUse() {
    try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (worksHere(process)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean worksHere(Path process) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(data);
    } catch (IOException e) {
      return false; // gone meanwhile, a zombie, or another user's: none of ours
    }
  }
}
