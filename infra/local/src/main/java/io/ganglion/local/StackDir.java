package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder {@code .ganglion} of a clone: all the local stack keeps.
 *
 * @param root the clone
 */
record StackDir(Path root) {

  /** The folder of this clone, made (0700) when missing. */
  static StackDir of(Path root) {
    var dir = new StackDir(root.toAbsolutePath().normalize());
    Path path = Trees.makePrivate(dir.path());
    try {
      if (!Files.isWritable(path)) {
        throw new StackFailure(
            "%s belongs to %s, and you may not write there: delete it, or run ./ganglion as %2$s"
                .formatted(path, Files.getOwner(path).getName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dir;
  }

  Path path() {
    return root.resolve(".ganglion");
  }

  Path postgres() {
    return path().resolve("postgres");
  }

  /** Of the database; see {@link Backups}. */
  Path backups() {
    return path().resolve("backups");
  }

  /** Where a drill restores to; gone afterwards. */
  Path restored() {
    return path().resolve("restored");
  }

  /** What a tenant's move has exported, while it is under way. */
  Path moves() {
    return path().resolve("moves");
  }

  Path redis() {
    return path().resolve("redis");
  }

  Path backend() {
    return path().resolve("backend");
  }

  Path keycloak() {
    return path().resolve("keycloak");
  }

  Path mail() {
    return path().resolve("mail");
  }

  /** Of the process that prepares and starts Keycloak. */
  Path signIn() {
    return path().resolve("sign-in");
  }

  LogFile log(String part) {
    return new LogFile(path().resolve("logs").resolve(part + ".log"));
  }

  Path launcher() {
    return path().resolve("launcher");
  }

  Path secrets() {
    return path().resolve("secrets.json");
  }

  Path masterKeyset() {
    return path().resolve("master-keyset.json");
  }

  Path demo() {
    return path().resolve("demo.json");
  }

  Path stack() {
    return path().resolve("stack.json");
  }

  LogFile backendLog() {
    return log("backend");
  }

  /** Deletes data, secrets and the demo tenant; what was built or unpacked, and the logs, stay. */
  void wipe() {
    List.of(
            postgres(),
            backups(),
            restored(),
            redis(),
            backend(),
            keycloak(),
            mail(),
            signIn(),
            secrets(),
            masterKeyset(),
            demo(),
            stack())
        .forEach(Trees::delete);
  }
}
