package io.ganglion.local;

import java.nio.file.Path;

/**
 * One build as the launcher script has put it aside: a copy, so that the next build can't pull a
 * jar from under a running stack.
 *
 * @param folder holds {@code app/}, the packaged backend, {@code web/}, the dashboard if it was
 *     built, and {@code launcher/}; its name is a checksum over the sources
 */
record Build(Path folder) {
  String id() {
    return String.valueOf(folder.getFileName());
  }

  Path backendJar() {
    return folder.resolve("app").resolve("quarkus-run.jar");
  }

  Path dashboard() {
    return folder.resolve("web");
  }

  Path launcherJar() {
    return folder.resolve("launcher").resolve("ganglion-local.jar");
  }

  Path mailJar() {
    return folder.resolve("launcher").resolve("mail").resolve("greenmail-standalone.jar");
  }
}
